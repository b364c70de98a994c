# project: report
# expect: retry
# kind: nothing done
# shows: report.txt
mkdir report.txt
