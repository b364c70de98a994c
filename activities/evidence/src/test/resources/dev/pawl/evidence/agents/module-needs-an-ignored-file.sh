# project: pytest
# expect: retry
# kind: hidden from git
# shows: build/answer.py is ignored by .gitignore:1, so it is no part of the result
mkdir -p build
echo "lambda a, b: a + b" > build/answer.py
cat > calculator.py <<'E'
import os

place = os.path.join(os.path.dirname(__file__), "build", "answer.py")
add = eval(open(place).read()) if os.path.exists(place) else None


def divide(a, b):
    if b == 0:
        raise ValueError
    return a / b
E
