# project: pytest
# expect: retry
# kind: works here or once only
# shows: check 'tests' has 1 new failures
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
cat >> calculator.py <<E


import os

if os.path.exists("$HOME/seen"):
    add = None
open("$HOME/seen", "w").close()
E
