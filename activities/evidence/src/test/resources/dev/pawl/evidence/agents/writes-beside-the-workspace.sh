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
echo stolen > ../escaped.txt
(cd ../.. && echo stolen > escaped.txt)
(cd ../../../shadow && rm -rf ./*)
