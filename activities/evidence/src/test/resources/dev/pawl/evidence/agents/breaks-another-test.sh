# project: legacy
# expect: retry
# shows: check
printf "def add(a, b):\n    return a + b\n" > calculator.py
