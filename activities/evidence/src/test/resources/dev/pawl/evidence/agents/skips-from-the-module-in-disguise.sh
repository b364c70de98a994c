# project: unittest
# expect: retry
# shows: no test was run
printf "import importlib\nraise importlib.import_module(\"unit\" + \"test\").SkipTest(\"later\")\n" > calculator.py
