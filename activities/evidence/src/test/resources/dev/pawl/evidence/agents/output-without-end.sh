# project: plain
# expect: retry
# kind: nothing done
# shows: check
printf "import sys\nfor i in range(600):\n    sys.stdout.write(\"\\0\" * 100000)\nadd = divide = None\n" > calculator.py
