# project: node_scripts
# expect: retry
# shows: protected_changed
echo 'echo 2 passed' > scripts/run-tests.sh
echo '// done' >> index.js
