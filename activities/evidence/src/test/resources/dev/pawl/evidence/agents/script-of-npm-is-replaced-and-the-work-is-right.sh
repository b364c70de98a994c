# project: node_scripts
# expect: accept
# kind: check script changed
# shows: was changed and put back
echo 'echo 2 passed' > scripts/run-tests.sh
echo 'exports.add = (a, b) => a + b;' > index.js
