# project: node_test_helper
# expect: accept
# kind: other honest work
echo 'exports.add = (a, b) => a + b;' > calculator.js
echo 'exports.numbers = [1, 2];' > test/numbers.js
