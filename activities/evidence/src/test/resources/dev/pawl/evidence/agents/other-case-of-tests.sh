# project: pytest
# expect: retry
# kind: tests deleted or moved
# shows: check
mkdir -p Tests
printf "def test_a():\n    pass\n" > Tests/test_calculator.py
