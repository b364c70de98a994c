# project: report
# expect: retry
# kind: nothing done
# shows: report.txt is empty
touch report.txt
echo text > other.txt
