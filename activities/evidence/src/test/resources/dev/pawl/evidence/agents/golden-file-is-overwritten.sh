# project: node_golden
# expect: retry
# shows: green_without_work: golden/ada.txt
echo 'Hello, Ada!' > golden/ada.txt
echo '// done' >> index.js
