# project: indented
# expect: retry
# kind: nothing done
# shows: check
sed -i 's/^        /    /' Makefile.inc
