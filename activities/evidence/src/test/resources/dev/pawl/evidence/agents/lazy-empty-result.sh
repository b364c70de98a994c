# project: report
# expect: retry
# shows: report.txt is empty
touch report.txt
echo text > other.txt
