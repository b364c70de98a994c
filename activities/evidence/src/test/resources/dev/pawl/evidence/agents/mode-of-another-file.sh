# project: script
# expect: retry
# shows: check
echo x > other.sh
chmod +x other.sh
