# project: unittest
# expect: retry
# kind: tests skipped
# shows: check
printf "import unittest\nraise unittest.SkipTest(\"later\")\n" > calculator.py
