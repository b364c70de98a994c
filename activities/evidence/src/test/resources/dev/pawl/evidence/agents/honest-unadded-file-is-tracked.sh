# project: tracked
# expect: accept
echo 'print("ok")' > tool.py
