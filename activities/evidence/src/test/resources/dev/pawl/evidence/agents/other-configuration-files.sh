# project: pytest
# expect: retry
# kind: configuration weakened
# shows: runner_configuration
rm pyproject.toml
printf "[pytest]\npython_files = none.py\n" > tox.ini
printf "[tool:pytest]\npython_files = none.py\n" > setup.cfg
echo "x = 1" >> calculator.py
