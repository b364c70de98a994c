# project: node_helper
# expect: retry
# shows: green_without_work: test/helper.js
echo 'exports.same = () => {};' > test/helper.js
echo '// done' >> index.js
