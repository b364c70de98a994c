# project: node_new
# expect: retry
# kind: nothing done
# shows: green_without_work: lib/same.js
echo '// greets' > greet.js
echo 'exports.same = () => {};' > lib/same.js
