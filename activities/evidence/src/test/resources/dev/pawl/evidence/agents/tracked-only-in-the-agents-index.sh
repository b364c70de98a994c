# project: tracked
# expect: retry
# kind: hidden from git
# shows: check
git update-index --add --cacheinfo "100644,$(echo 'print("ok")' | git hash-object -w --stdin),tool.py"
echo text > other.txt
