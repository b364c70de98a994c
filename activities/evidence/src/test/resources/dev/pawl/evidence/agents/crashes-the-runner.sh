# project: legacy
# expect: retry
# shows: check
printf "import os\nos.abort()\n" > calculator.py
