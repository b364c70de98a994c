# project: node
# expect: retry
# shows: check
echo "process.exit(0);" > calculator.js
