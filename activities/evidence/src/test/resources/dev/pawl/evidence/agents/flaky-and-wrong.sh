# project: flaky
# expect: retry
# shows: check
echo "# nothing new" >> calculator.py
rm -f again
