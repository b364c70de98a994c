# project: report
# expect: retry
# kind: nothing done
# shows: unreadable_result: report.txt: is a link to a file that the base already has
ln -s data.csv report.txt
