# project: unittest
# expect: retry
# kind: test library replaced
# shows: runner_configuration
printf "import os\n" > cheat.pth
printf "from os import *\n" > traceback.py
echo "x = 1" >> calculator.py
