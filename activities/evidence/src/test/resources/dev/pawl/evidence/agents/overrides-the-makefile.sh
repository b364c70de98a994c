# project: make
# expect: retry
# shows: runner_configuration: GNUmakefile
printf "test:\n\t@true\n" > GNUmakefile
echo "x = 1" >> calculator.py
