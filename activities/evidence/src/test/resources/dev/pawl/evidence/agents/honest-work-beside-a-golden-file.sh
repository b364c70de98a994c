# project: node_golden_undeclared
# expect: accept
echo 'exports.greet = name => `Good day, ${name}!`;' > index.js
