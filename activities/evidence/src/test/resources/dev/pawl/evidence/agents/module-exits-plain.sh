# project: plain
# expect: retry
# kind: process ended early
# shows: check
printf "import sys\nsys.exit(0)\n" > calculator.py
