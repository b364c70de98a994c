# project: node_helper
# expect: retry
# kind: test library replaced
# shows: runner_configuration: test/helper.js
echo 'exports.same = () => {};' > test/helper.js
echo '// done' >> index.js
