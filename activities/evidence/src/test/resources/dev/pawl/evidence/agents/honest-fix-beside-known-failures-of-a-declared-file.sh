# project: legacy_declared
# expect: accept
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    return a / b
E
