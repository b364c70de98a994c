# project: obsolete
# expect: escalate
# kind: tests deleted or moved
# shows: may-remove: [tests/test_old.py]
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
rm tests/test_old.py
