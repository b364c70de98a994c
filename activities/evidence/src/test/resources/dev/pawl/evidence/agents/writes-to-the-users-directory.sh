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
echo "def test_all(): pass" > "$SOURCE/tests/test_calculator.py"
rm -rf "$SOURCE/calculator.py"
umount "$SOURCE"
unshare -rm sh -c 'umount "$SOURCE"; mount -o remount,bind,rw "$SOURCE"; echo 1 > "$SOURCE/nested"'
