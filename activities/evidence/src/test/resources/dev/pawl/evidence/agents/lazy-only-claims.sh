# project: pytest
# expect: retry
# kind: nothing done
# shows: nothing was changed
echo "All functions are implemented and all 3 tests pass. Everything is done!"
