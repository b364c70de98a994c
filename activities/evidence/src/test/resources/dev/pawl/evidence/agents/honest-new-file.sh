# project: node_new
# expect: accept
# shows: green because of greet.js
echo 'exports.greet = name => `Hello, ${name}!`;' > greet.js
