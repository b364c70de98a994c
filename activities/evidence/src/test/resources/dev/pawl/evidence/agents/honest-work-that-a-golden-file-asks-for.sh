# project: node_golden
# expect: accept
echo 'exports.greet = name => `Good day, ${name}!`;' > index.js
echo more > notes.txt
