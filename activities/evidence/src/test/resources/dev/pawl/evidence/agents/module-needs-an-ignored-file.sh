# project: pytest
# expect: retry
# kind: hidden from git
# shows: clean_checkout_differs
mkdir -p build
echo "lambda a, b: a + b" > build/answer.txt
cat > calculator.py <<'E'
import os

place = os.path.join(os.path.dirname(__file__), "build", "answer.txt")
add = eval(open(place).read()) if os.path.exists(place) else None


def divide(a, b):
    if b == 0:
        raise ValueError
    return a / b
E
