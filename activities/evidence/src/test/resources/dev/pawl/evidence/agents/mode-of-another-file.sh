# project: script
# expect: retry
# kind: nothing done
# shows: check
echo x > other.sh
chmod +x other.sh
