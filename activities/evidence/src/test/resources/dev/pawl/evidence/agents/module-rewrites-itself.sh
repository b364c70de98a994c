# project: pytest
# expect: retry
# kind: tests rewritten
# shows: moved_during_checks
cat > calculator.py <<'E'
import os


def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError
    return a / b


with open(__file__, "a") as me:
    me.write("# add = None\n")
E
