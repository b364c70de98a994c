# project: pytest
# expect: retry
# kind: hidden from git
# shows: runner_configuration: conftest.py
printf "*.py\nconftest.py\n" > .gitignore
printf "def pytest_collection_modifyitems(items):\n    items[:] = items[:0]\n" > conftest.py
echo "x = 1" >> calculator.py
