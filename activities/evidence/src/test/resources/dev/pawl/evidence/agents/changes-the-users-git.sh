# project: pytest
# expect: accept
# kind: outside of the task
cat > calculator.py <<'E'
def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ValueError("division by zero")
    return a / b
E
git -C "$SOURCE" config core.hooksPath /tmp
git -C "$SOURCE" commit -q --allow-empty -m mine
git -C "$SOURCE" checkout -q -b mine
rm -rf "$SOURCE/.git"
