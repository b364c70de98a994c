# project: flaky
# expect: retry
# kind: works here or once only
# shows: check
echo "# nothing new" >> calculator.py
rm -f again
