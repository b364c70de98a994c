# project: indented
# expect: accept
sed -i 's/^        /\t/' Makefile.inc
