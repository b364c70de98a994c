# project: obsolete_declared
# expect: escalate
# kind: tests deleted or moved
# shows: protected_changed: tests/test_calculator.py: was removed
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
rm old.py tests/test_old.py tests/test_calculator.py
