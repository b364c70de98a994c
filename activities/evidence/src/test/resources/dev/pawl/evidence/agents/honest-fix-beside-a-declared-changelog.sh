# project: node_changelog
# expect: accept
echo 'exports.add = (a, b) => a + b;' > index.js
echo '- add adds' >> CHANGELOG.md
