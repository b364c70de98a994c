# project: legacy
# expect: retry
# kind: nothing done
# shows: check
printf "import os\nos.abort()\n" > calculator.py
