# project: node_report
# expect: escalate
# kind: work not declared
# shows: needs none of the files that the task declares (report.json); it is green because of index.js
echo '{"total": 5}' > report.json
echo 'exports.add = (a, b) => a + b;' > index.js
