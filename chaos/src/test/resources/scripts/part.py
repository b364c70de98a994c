"""A scripted part of a task: an agent, a check or a judge. Records its actions, and waits at requested points.

usage: part.py CONTROL agent|check|judge [plain|asks|limited|light]
       part.py CONTROL package|packaged NAME[,NEED…]
       part.py CONTROL merged

The last three are the agent and the check of a package, and the check of its plan.

CONTROL holds the ledger (a line for each thing done), hold/NAME (wait while it is there) and at/NAME (made on arrival).
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import time

CONTROL = pathlib.Path(sys.argv[1])
LONGEST_WAIT = 300
PARTS = ["part %d\n" % i for i in range(1, 4)]
SPENDS = {"agent": 10, "judge": 3}


def note(**entry):
    line = json.dumps(entry) + "\n"
    out = os.open(CONTROL / "ledger", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(out, line.encode())
    os.close(out)


def hold(name):
    wait = CONTROL / "hold" / name
    began = time.monotonic()
    if wait.exists():
        (CONTROL / "at" / name).touch()
    while wait.exists():
        if time.monotonic() - began > LONGEST_WAIT:
            sys.exit("nobody released " + name)
        time.sleep(0.02)


def say(**event):
    print(json.dumps(event), flush=True)


def spend(role, session):
    tokens = SPENDS[role]
    note(step="said", role=role, session=session, input_tokens=tokens)
    say(type="usage", input_tokens=tokens, output_tokens=1, cost_usd=tokens / 100, turns=1)


def agent(kind):
    session = os.environ["PAWL_SESSION"]
    note(step="agent", session=session, attempt=int(os.environ["PAWL_ATTEMPT"]), at=time.time())
    if kind != "light":
        subprocess.Popen(["setsid", "sleep", "600"])
        subprocess.Popen(["sleep", "600"])
    spend("agent", session)
    half = pathlib.Path("half-%s.txt" % session)
    half.write_text("half done\n")
    result = pathlib.Path("result.txt")
    if os.environ["PAWL_ITERATION"] != "1":
        for old in [result, *pathlib.Path(".").glob("half-*.txt")]:
            if old != half:
                old.unlink(missing_ok=True)
    if kind == "asks" and os.environ["PAWL_ITERATION"] == "1":
        half.unlink()
        say(type="question", text="Which parts?")
        return
    if kind == "limited" and not (CONTROL / "limited").exists():
        hold("agent")
        half.unlink()
        (CONTROL / "limited").touch()
        resets = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=12)
        say(type="result", status="rate_limited", resets_at=resets.isoformat())
        return
    for i, part in enumerate(PARTS):
        with result.open("a") as out:
            out.write(part)
        if i == 0:
            hold("agent")
        time.sleep(1 if kind == "light" else 0.1)
    half.unlink()
    say(type="message", text="All parts are written.")


def package(names):
    """Owns a directory, shares index.txt with all others, and uses what the packages it needs have made."""
    name, *needs = names.split(",")
    session = os.environ["PAWL_SESSION"]
    note(step="agent", session=session, attempt=int(os.environ["PAWL_ATTEMPT"]), at=time.time())
    spend("agent", session)
    own = pathlib.Path(name)
    half = own / ("half-%s.txt" % session)
    half.write_text("half done\n")
    with (own / "result.txt").open("w") as out:
        for part in PARTS:
            out.write("%s %s" % (name, part))
            out.flush()
            time.sleep(0.4)
        for need in needs:
            out.write("needs %s" % pathlib.Path(need, "result.txt").read_text())
    index = pathlib.Path("index.txt")
    index.write_text(index.read_text().replace(name + " open\n", name + " done\n"))
    half.unlink()
    say(type="message", text="%s is done." % name)


def complete(name):
    result = pathlib.Path(name, "result.txt")
    return result.exists() and result.read_text().startswith("".join("%s %s" % (name, part) for part in PARTS))


def packaged(names):
    name = names.split(",")[0]
    done = name + " done\n" in pathlib.Path("index.txt").read_text()
    sys.exit(0 if done and complete(name) and not any(pathlib.Path(name).glob("half-*")) else 1)


def merged(kind):
    states = [line.split() for line in pathlib.Path("index.txt").read_text().splitlines() if line != "."]
    wrong = [name for name, state in states if (state == "done") != complete(name)]
    sys.exit("these are not as the index says: " + ", ".join(wrong) if wrong else 0)


def check(kind):
    there = pathlib.Path("result.txt").exists()
    clean = os.getcwd().endswith("/clean/work")
    controlled = os.getcwd().endswith("/control/work")
    step = "verify" if clean else "check" if there and not controlled else "baseline"
    note(step=step, run=os.environ["PAWL_RUN"])
    hold(step)
    sys.exit(0 if there and pathlib.Path("result.txt").read_text() == "".join(PARTS) else 1)


def judge(kind):
    question = sys.stdin.read()
    note(step="judge", at=time.time())
    hold("judge")
    spend("judge", os.environ["PAWL_SESSION"])
    nonce = re.findall(r'"nonce": "([0-9a-f]+)"', question)[-1]
    say(type="message", text=json.dumps({"nonce": nonce, "score": 0.9, "issues": []}))


if __name__ == "__main__":
    globals()[sys.argv[2]](sys.argv[3] if len(sys.argv) > 3 else "plain")
