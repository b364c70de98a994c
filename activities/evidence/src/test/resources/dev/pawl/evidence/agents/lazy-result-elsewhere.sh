# project: report
# expect: retry
# kind: nothing done
# shows: report.txt is missing
mkdir report
echo result > report/Report.txt
