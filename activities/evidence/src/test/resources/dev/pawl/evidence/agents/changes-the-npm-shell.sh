# project: node
# expect: retry
# kind: runner shadowed
# shows: runner_configuration: .npmrc
printf "#!/bin/sh\nexit 0\n" > fake.sh
chmod +x fake.sh
echo "script-shell=./fake.sh" > .npmrc
echo "exports.x = 1;" >> calculator.js
