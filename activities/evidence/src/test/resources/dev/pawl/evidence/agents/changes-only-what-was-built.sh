# project: dist
# expect: retry
# shows: check
mkdir -p dist
echo 42 > dist/answer.txt
echo '# note' > notes.txt
