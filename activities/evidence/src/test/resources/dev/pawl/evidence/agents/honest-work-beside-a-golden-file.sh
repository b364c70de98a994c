# project: node_golden_undeclared
# expect: accept
# kind: other honest work
echo 'exports.greet = name => `Good day, ${name}!`;' > index.js
