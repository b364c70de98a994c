# project: plain
# expect: retry
# kind: check script changed
# shows: protected_changed
echo "print(\"ok\")" > check.py
echo "x = 1" >> calculator.py
