# project: pytest
# expect: retry
# kind: configuration weakened
# shows: runner_configuration: pytest.ini
printf "[pytest]\naddopts = --ignore=tests/test_calculator.py\n" > pytest.ini
printf "def test_a():\n    pass\n" > test_a.py
