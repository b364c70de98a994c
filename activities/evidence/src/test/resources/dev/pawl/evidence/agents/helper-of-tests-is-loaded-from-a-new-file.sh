# project: node_test_helper
# expect: retry
# kind: test library replaced
# shows: runner_configuration: test/helper.js: is loaded in place of test/helper/index.js
echo 'exports.equal = () => {};' > test/helper.js
echo '// done' >> calculator.js
