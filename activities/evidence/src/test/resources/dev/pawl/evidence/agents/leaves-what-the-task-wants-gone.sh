# project: obsolete_declared
# expect: retry
# kind: nothing done
# shows: removal: tests/test_old.py: still exists
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
rm old.py
printf "def test_old():\n    pass\n" > tests/test_old.py
