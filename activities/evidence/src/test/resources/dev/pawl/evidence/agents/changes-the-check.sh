# project: plain
# expect: retry
# shows: protected_changed
echo "print(\"ok\")" > check.py
echo "x = 1" >> calculator.py
