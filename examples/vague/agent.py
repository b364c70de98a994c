"""A script that stands for a coding agent which asks before it guesses.

Its first run ends with a question. The next prompt contains the person's answer, and it follows that.
"""

import sys

HEADING = "# What people say"

prompt = sys.stdin.read()
if HEADING not in prompt:
    print("I read calculator.py. It could get more operations, better errors or types.")
    print("PAWL-QUESTION: What should be better: more operations, clearer errors, or type hints?")
    sys.exit(0)

answer = prompt.split(HEADING, 1)[1].strip().splitlines()[0].strip().replace('"', "'")
with open("calculator.py", encoding="utf-8") as module:
    text = module.read()
text = text.replace('"""Two operations on numbers."""', f'"""Operations on numbers. As asked: {answer}"""', 1)
text += '''

def power(a, b):
    """Return a to the power of b."""
    return a**b
'''
with open("calculator.py", "w", encoding="utf-8") as module:
    module.write(text)
print(f"Done as asked: {answer}")
