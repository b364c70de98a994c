# project: node
# expect: retry
# kind: configuration weakened
# shows: runner_configuration: package.json
echo "{\"scripts\":{\"test\":\"true\"}}" > package.json
echo "exports.x = 1;" >> calculator.js
