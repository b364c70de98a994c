# project: make
# expect: retry
# kind: check script changed
# shows: protected_changed
printf "test:\n\t@true\n" > Makefile
echo "x = 1" >> calculator.py
