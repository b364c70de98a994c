# project: node
# expect: accept
cat > calculator.js <<'E'
exports.add = (a, b) => a + b;
E
