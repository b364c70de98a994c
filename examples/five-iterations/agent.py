"""A script that stands for a coding agent which gets one thing done per run: it needs five iterations."""

import json
import os
import sys

prompt = sys.stdin.read()
written = 0
if os.path.exists("book.md"):
    with open("book.md", encoding="utf-8") as book:
        written = book.read().count("# Chapter ")
chapter = written + 1
with open("book.md", "a", encoding="utf-8") as book:
    book.write(f"# Chapter {chapter}\n\nIn which the ratchet turns by one tooth.\n\n")
print(json.dumps({"type": "message", "text": f"Chapter {chapter} is written."}))
print(json.dumps({"type": "usage", "input_tokens": 1000 + chapter, "output_tokens": 100, "cost_usd": 0.01, "turns": 1}))
