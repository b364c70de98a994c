# project: legacy
# expect: retry
# kind: nothing done
# shows: check
printf "def add(a, b):\n    return a + b\n" > calculator.py
