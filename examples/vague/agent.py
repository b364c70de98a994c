"""A script that stands for a coding agent which asks before it guesses.

Its first run ends with a question. The next prompt contains the person's answer, and it follows that.
"""

import sys

HEADING = "# What people say"
MODULE = '''"""Operations on numbers. As asked: {answer}"""


def add(a, b):
    """Return the sum of a and b."""
    return a + b


def subtract(a, b):
    """Return a less b."""
    return a - b


def power(a, b):
    """Return a to the power of b."""
    return a**b
'''

prompt = sys.stdin.read()
if HEADING not in prompt:
    print("The calculator could get more operations, better errors or types.")
    print("PAWL-QUESTION: What should be better: more operations, clearer errors, or type hints?")
    sys.exit(0)

answer = prompt.split(HEADING, 1)[1].strip().splitlines()[0].strip().replace("\\", "/").replace('"', "'")
with open("calculator.py", "w", encoding="utf-8") as module:
    module.write(MODULE.format(answer=answer))
print(f"Done as asked: {answer}")
