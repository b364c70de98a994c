# project: pytest
# expect: retry
# shows: check
printf "# calculator, now complete\n" >> calculator.py
echo "3 passed in 0.01s"
