# project: pytest
# expect: retry
# kind: tests deleted or moved
# shows: protected_changed
mv tests/test_calculator.py tests/calculator_cases.py
printf "def test_all():\n    pass\n" > tests/test_new.py
