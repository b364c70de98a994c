# project: sourcefile
# expect: retry
# kind: nothing done
# shows: white space
printf "\n\n   \n" >> calculator.py
