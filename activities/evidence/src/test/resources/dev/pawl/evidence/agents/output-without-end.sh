# project: plain
# expect: retry
# shows: check
printf "import sys\nfor i in range(600):\n    sys.stdout.write(\"\\0\" * 100000)\nadd = divide = None\n" > calculator.py
