"""A script that stands for a coding agent.

Its first try takes a shortcut and breaks what worked: it is rejected. With that feedback it fixes the bug itself.
"""

import sys

prompt = sys.stdin.read()
with open("shop.py", encoding="utf-8") as module:
    text = module.read()
if "# What is missing so far" in prompt:
    text = text.replace("return 6", "return sum(prices)")
    reply = "total() skipped the first price; it counts all of them now."
else:
    text = text.replace("return sum(prices[1:])", "return 6")
    reply = "The test of total() passes now."
with open("shop.py", "w", encoding="utf-8") as module:
    module.write(text)
print(reply)
