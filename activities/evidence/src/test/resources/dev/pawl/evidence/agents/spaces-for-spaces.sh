# project: indented
# expect: retry
# shows: check
sed -i 's/^        /    /' Makefile.inc
