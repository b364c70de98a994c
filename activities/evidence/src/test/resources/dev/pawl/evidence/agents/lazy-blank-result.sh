# project: report
# expect: retry
# kind: nothing done
# shows: report.txt is empty
printf " \n\t\000\342\200\213\n" > report.txt
echo text > other.txt
