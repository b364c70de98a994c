# project: node
# expect: retry
# kind: process ended early
# shows: check
echo "process.exit(0);" > calculator.js
