# project: report
# expect: retry
# shows: report.txt
ln -s nowhere report.txt
echo x > other.txt
