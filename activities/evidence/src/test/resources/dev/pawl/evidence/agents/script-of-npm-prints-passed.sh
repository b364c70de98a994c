# project: node_scripts
# expect: retry
# kind: check script changed
# shows: protected_changed
echo 'echo 2 passed' > scripts/run-tests.sh
echo '// done' >> index.js
