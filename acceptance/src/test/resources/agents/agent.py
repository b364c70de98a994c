"""A scripted agent: plays one scenario by its name, so that tests know what happened and what it cost.

usage: agent.py SCENARIO   (the prompt comes on standard input)
"""
import json
import os
import pathlib
import pwd
import re
import socket
import subprocess
import sys
import time
import uuid

CALCULATOR = '''"""Four operations."""


def add(a, b):
    """Return a + b."""
    return a + b


def subtract(a, b):
    """Return a - b."""
    return a - b


def multiply(a, b):
    """Return a * b."""
    return a * b


def divide(a, b):
    """Return a / b; b must not be 0."""
    if b == 0:
        raise ValueError("division by zero")
    return a / b
'''

MODULES = {
    "parser": "import csv\n\n\ndef parse(path):\n    with open(path, newline='') as f:\n        return list(csv.DictReader(f))\n",
    "filter": "def keep(rows, column, value):\n    return [row for row in rows if row[column] == value]\n",
    "sorter": "def by(rows, column):\n    return sorted(rows, key=lambda row: row[column])\n",
}


def say(**event):
    print(json.dumps(event), flush=True)


def done(text, turns=1):
    say(type="message", text=text)
    say(type="usage", input_tokens=100, output_tokens=20, cache_read_tokens=5, cache_write_tokens=1, cost_usd=0.01, turns=turns)


def write(path, text):
    target = pathlib.Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)
    say(type="action", kind="file_edit", text=str(path), outcome="ok")


def calculator(prompt):
    if "missing" in prompt:
        write("calculator.py", CALCULATOR)
        done("calculator.py is written.")
    else:
        done("Done! I created calculator.py with all four functions.")


def calculator_at_once(prompt):
    write("calculator.py", CALCULATOR)
    done("calculator.py is written.")


def examples(prompt):
    """Writes working code, and adds what a reviewer misses only after feedback."""
    missed = "divide has no example" in prompt
    write("calculator.py", CALCULATOR + ("\n\n# Such as: divide(10, 2) == 5\n" if missed else ""))
    done("calculator.py has an example." if missed else "calculator.py is written.")


def escapes(prompt):
    """Tries to reach what it must not, and reports what it got."""
    beside = pathlib.Path(__file__).with_name("escaped")
    try:
        beside.write_text("written from inside")
        say(type="message", text="wrote " + str(beside))
    except OSError as refused:
        say(type="message", text="refused: " + refused.strerror)
    home = pathlib.Path(pwd.getpwuid(os.getuid()).pw_dir)
    say(type="message", text="keys: %s" % sorted(p.name for p in home.glob(".*") if (p / "id").exists()))
    sessions = pathlib.Path(os.environ["HOME"]).parents[3]
    say(type="message", text="sessions: %d" % len(list(sessions.iterdir())))
    say(type="message", text="others: %s" % sorted(p.name for p in sessions.parent.iterdir()))
    calculator_at_once(prompt)


def knocks(prompt):
    """Reports which ports that the prompt names accept a connection."""
    reached = []
    for port in map(int, re.findall(r"port (\d+)", prompt)):
        try:
            socket.create_connection(("127.0.0.1", port), 2).close()
            reached.append(port)
        except OSError:
            pass
    say(type="message", text="reached: %s" % reached)
    calculator_at_once(prompt)


def empty_fields(prompt):
    done("The task fields are empty.")


def csv_average(prompt):
    write("average.py", "import csv\nrows = list(csv.DictReader(open('sample.csv')))\nprint(sum(float(r['age']) for r in rows) / len(rows))\n")
    done("The average age is 30.0.")


def five(prompt):
    count = int(pathlib.Path("count.txt").read_text()) if pathlib.Path("count.txt").exists() else 0
    write("count.txt", str(count + 1))
    done("step %d" % (count + 1), turns=count + 1)


def csvtool(prompt):
    wanted = [name for name in MODULES if "no module " + name in prompt]
    for name in wanted or ["parser"]:
        write("csvtool/%s.py" % name, MODULES[name])
        tests = "\n\n".join("def test_%s_%d():\n    assert %s" % (name, i, name) for i in range(3))
        write("tests/test_%s.py" % name, "from csvtool import %s\n\n\n%s\n" % (name, tests))
    write("csvtool/__init__.py", "")
    write("sample.csv", "name,age\nAlice,30\n")
    done("wrote " + ", ".join(wanted or ["parser"]))


def vague(prompt):
    if "decimals" in prompt:
        write("calculator.py", CALCULATOR)
        done("better now")
    else:
        done("I could do many things.\nPAWL-QUESTION: What should be better about the calculator?")


def disputes(prompt):
    write("calculator.py", CALCULATOR)
    done("add is right.\nPAWL-DISPUTE: sums — it wants 6 for 2 + 3", turns=1)


def turn_limit_working(prompt):
    write("calculator.py", CALCULATOR)
    say(type="usage", input_tokens=100, output_tokens=20, cost_usd=0.01, turns=3)
    say(type="result", status="turn_limit")


def turn_limit_broken(prompt):
    again = "did not finish" in prompt
    write("calculator.py", CALCULATOR if again else "def add(a, b):\n    return a - b\n")
    say(type="usage", input_tokens=100, output_tokens=20, cost_usd=0.01, turns=3)
    say(type="result", status="finished" if again else "turn_limit")


def slow(prompt):
    """Spends, spawns a child and a grandchild of its own session, and works long: for crashes and cancels."""
    mark = pathlib.Path("first.txt")
    if mark.exists() or os.environ.get("PAWL_ATTEMPT", "1") != "1":
        write("calculator.py", CALCULATOR)
        done("done in a later attempt")
        return
    write("half.txt", "half done")
    say(type="usage", input_tokens=77, output_tokens=7, cost_usd=0.07, turns=1)
    subprocess.Popen(["setsid", "sleep", "300"])
    subprocess.Popen(["sleep", "300"])
    time.sleep(300)


def spender(prompt):
    """Reports its limits, works for six seconds, reports the cost, and continues without end."""
    given = [os.environ[name] for name in ("PAWL_TIME_SECONDS", "PAWL_TURNS", "PAWL_BUDGET_USD")]
    say(type="message", text="given " + " ".join(given))
    write("calculator.py", CALCULATOR)
    time.sleep(6)
    say(type="usage", input_tokens=90, output_tokens=10, cost_usd=0.10, turns=2)
    time.sleep(300)


def limited(prompt):
    """A provider that is a directory: closed until the time in 'opens-at', then busy until there is a file 'serve'.

    Who calls it first, where nobody set that time, closes it for 45 seconds.
    """
    provider = pathlib.Path(sys.argv[2])
    if not (provider / "opens-at").exists():
        (provider / "opens-at").write_text(str(int(time.time()) + 45))
    (provider / ("call-%s" % uuid.uuid4())).touch()
    opens = int((provider / "opens-at").read_text())
    if time.time() < opens:
        say(type="usage", input_tokens=1, output_tokens=1, cost_usd=0.001, turns=1)
        resets = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(opens))
        say(type="result", status="rate_limited", reason="usage limit reached", resets_at=resets)
        return
    until = time.time() + 60
    while not (provider / "serve").exists() and time.time() < until:
        time.sleep(0.1)
    calculator_at_once(prompt)


def waits(prompt):
    """Works until it is released."""
    write("waiting", "")
    while not os.path.exists("go"):
        time.sleep(0.1)
    os.remove("waiting")
    os.remove("go")
    calculator_at_once(prompt)


def endless(prompt):
    subprocess.Popen(["setsid", "sleep", "300"])
    time.sleep(300)


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.stdin.read())
