# project: dist
# expect: accept
echo 42 > src/answer.txt
