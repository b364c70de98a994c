# project: report
# expect: retry
# shows: report.txt
mkdir report.txt
