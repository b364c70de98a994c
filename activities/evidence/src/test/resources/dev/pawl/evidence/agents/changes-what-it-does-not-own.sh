# project: owned
# expect: retry
# kind: outside of the task
# shows: outside_ownership
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
echo "x" >> README.md
