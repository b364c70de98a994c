"""A script that stands for a coding agent, so that the example needs no model and costs nothing.

It behaves like an agent that is too quick to report success: on its first try it only claims to be done. With feedback
on what is missing, it does the work. docs/command-agent.md describes the lines it prints.
"""

import json
import sys

MODULE = '''"""Four operations on numbers."""


def add(a, b):
    """Return the sum of a and b."""
    return a + b


def subtract(a, b):
    """Return a less b."""
    return a - b


def multiply(a, b):
    """Return the product of a and b."""
    return a * b


def divide(a, b):
    """Return a divided by b; raise ZeroDivisionError where b is zero."""
    if b == 0:
        raise ZeroDivisionError("cannot divide by zero")
    return a / b
'''


def say(**event):
    print(json.dumps(event), flush=True)


def main():
    prompt = sys.stdin.read()
    say(type="session", id="calculator-script", model="script")
    if "# What is missing so far" in prompt:
        with open("calculator.py", "w", encoding="utf-8") as module:
            module.write(MODULE)
        say(type="action", kind="file_edit", text="calculator.py", outcome="ok")
        reply = "calculator.py is written: add, subtract, multiply and divide, with docstrings."
    else:
        reply = "Done! I created calculator.py with all four functions and tested them thoroughly."
    say(type="message", text=reply)
    say(
        type="usage",
        input_tokens=len(prompt) // 4,
        output_tokens=len(reply) // 4,
        cost_usd=0.0,
        turns=1,
    )
    say(type="result", status="finished", text=reply)


main()
