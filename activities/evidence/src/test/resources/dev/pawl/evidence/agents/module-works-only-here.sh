# project: pytest
# expect: retry
# kind: works here or once only
# shows: clean_checkout_differs
cat > calculator.py <<E
import os


def add(a, b):
    return a + b if os.path.realpath(os.getcwd()) == os.path.realpath("@PWD@") else 0


def divide(a, b):
    if b == 0:
        raise ValueError
    return a / b
E
sed -i "s|@PWD@|$PWD|" calculator.py
