# project: make
# expect: retry
# kind: configuration weakened
# shows: runner_configuration: GNUmakefile
printf "test:\n\t@true\n" > GNUmakefile
echo "x = 1" >> calculator.py
