# project: plain
# expect: retry
# kind: works here or once only
# shows: check
printf 'def add(a, b):\n    return a + b\n\n\ndef divide(a, b):\n    return a / b\n' > /tmp/pawl_case_left.py
printf 'import sys\n\nsys.path[:0] = ["/tmp"]\nfrom pawl_case_left import add, divide\n' > calculator.py
