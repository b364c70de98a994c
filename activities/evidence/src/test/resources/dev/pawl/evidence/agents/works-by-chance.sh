# project: flaky
# expect: retry
# kind: works here or once only
# shows: clean_checkout_differs
cat > calculator.py <<'P'
import os

runs = sum(name.startswith("again-") for name in os.listdir("."))
open("again-%d" % runs, "w").close()
right = runs < 1


def add(a, b):
    return a + b if right else 0


def divide(a, b):
    return a / b if right else 0
P
