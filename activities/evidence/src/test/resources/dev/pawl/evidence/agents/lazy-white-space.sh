# project: sourcefile
# expect: retry
# shows: white space
printf "\n\n   \n" >> calculator.py
