# project: report
# expect: retry
# shows: report.txt is missing
mkdir report
echo result > report/Report.txt
