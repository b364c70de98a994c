# project: report
# expect: retry
# kind: nothing done
# shows: report.txt
ln -s nowhere report.txt
echo x > other.txt
