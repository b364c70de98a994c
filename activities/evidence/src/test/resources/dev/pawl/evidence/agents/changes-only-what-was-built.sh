# project: dist
# expect: retry
# kind: nothing done
# shows: check
mkdir -p dist
echo 42 > dist/answer.txt
echo '# note' > notes.txt
