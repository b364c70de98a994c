"""A script that stands for the coding agents of a plan, so that the example needs no model and costs nothing.

Of the files under fixes/ it writes those that its prompt lets it change, after some seconds in which others would think.
Two of its first tries go wrong, as those of agents do: one changes a file of another package as well, one passes its own
tests and breaks a module that nobody works on. Their feedback names that file and that check, and both come right.
"""

import json
import shutil
import sys
import time
from pathlib import Path

FIXES = Path(__file__).with_name("fixes")
SECONDS = {"relay/consumer.py": 4, "relay/event.py": 4, "relay/migrations.py": 5}
OTHERS = 3

NEIGHBOUR = Path("relay/session.py")
STRAY = "\nDEAD_LETTER_SESSION = None\n"


def say(**event):
    print(json.dumps(event), flush=True)


def edited(file):
    say(type="action", kind="file_edit", text=str(file), outcome="ok")


def replace(file, old, new):
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    edited(file)


def fix(prompt):
    """Write the fixes of the package; return their paths."""
    lines = prompt.splitlines()
    paths = [path.relative_to(FIXES) for path in sorted(FIXES.rglob("*.py"))]
    mine = [path for path in paths if f"  - {path}" in lines]
    time.sleep(max(SECONDS.get(str(path), OTHERS) for path in mine))
    for path in mine:
        shutil.copyfile(FIXES / path, path)
        edited(path)
    return mine


def go_wrong(prompt, mine):
    """Do what feedback is for: it names the file of the neighbour, or the check of the plan."""
    if Path("relay/consumer.py") in mine:
        if str(NEIGHBOUR) in prompt:
            replace(NEIGHBOUR, STRAY, "")
        else:
            with NEIGHBOUR.open("a", encoding="utf-8") as neighbour:
                neighbour.write(STRAY)
            edited(NEIGHBOUR)
    if Path("relay/event.py") in mine and "whole suite" not in prompt:
        replace(Path("relay/event.py"), "(str, Enum)", "(Enum)")


def main():
    prompt = sys.stdin.read()
    say(type="session", id="script", model="script")
    mine = fix(prompt)
    go_wrong(prompt, mine)
    reply = "Fixed: " + ", ".join(map(str, mine))
    say(type="message", text=reply)
    say(type="usage", input_tokens=len(prompt) // 4, output_tokens=len(reply) // 4, cost_usd=0.0, turns=1)
    say(type="result", status="finished", text=reply)


main()
