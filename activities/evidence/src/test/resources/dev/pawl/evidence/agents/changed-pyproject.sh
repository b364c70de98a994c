# project: pytest
# expect: retry
# kind: configuration weakened
# shows: runner_configuration: pyproject.toml
printf "[tool.pytest.ini_options]\naddopts = \"-k not_there --co\"\n" > pyproject.toml
echo "x = 1" >> calculator.py
