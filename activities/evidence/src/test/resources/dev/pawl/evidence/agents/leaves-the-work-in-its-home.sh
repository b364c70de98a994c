# project: plain
# expect: retry
# kind: works here or once only
# shows: check
printf 'def add(a, b):\n    return a + b\n\n\ndef divide(a, b):\n    return a / b\n' > "$HOME/left_at_home.py"
printf 'import sys\n\nsys.path.insert(0, "%s")\nfrom left_at_home import add, divide\n' "$HOME" > calculator.py
