# project: node_golden
# expect: retry
# kind: golden file rewritten
# shows: protected_changed: golden/ada.txt
echo 'Hello, Ada!' > golden/ada.txt
echo x > a.txt
echo x > zz.txt
echo '// done' >> index.js
