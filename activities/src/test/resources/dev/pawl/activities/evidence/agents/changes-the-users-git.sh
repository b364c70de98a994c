# project: pytest
# expect: retry
# shows: git_damaged
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
git -C "$SOURCE" config core.hooksPath /tmp
