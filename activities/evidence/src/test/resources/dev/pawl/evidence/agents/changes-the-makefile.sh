# project: make
# expect: retry
# shows: protected_changed
printf "test:\n\t@true\n" > Makefile
echo "x = 1" >> calculator.py
