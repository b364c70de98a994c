# project: node_golden
# expect: retry
# shows: protected_changed: golden/ada.txt
echo 'Hello, Ada!' > golden/ada.txt
echo x > a.txt
echo x > zz.txt
echo '// done' >> index.js
