# project: pytest
# expect: retry
# kind: tests deleted or moved
# shows: protected_changed
rm -r tests
echo "x = 1" >> calculator.py
