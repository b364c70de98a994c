# project: pytest
# expect: retry
# shows: protected_changed
rm -r tests
echo "x = 1" >> calculator.py
