# project: indented
# expect: accept
# kind: other honest work
sed -i 's/^        /\t/' Makefile.inc
