# project: node_golden_undeclared
# expect: retry
# kind: golden file rewritten
# shows: protected_changed: golden/ada.txt
echo 'Hello, Ada!' > golden/ada.txt
echo '// done' >> index.js
