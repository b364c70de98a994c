# project: script
# expect: accept
chmod +x tool.sh
