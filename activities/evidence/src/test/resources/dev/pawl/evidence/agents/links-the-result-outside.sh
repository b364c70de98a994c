# project: report
# expect: retry
# shows: report.txt
ln -s /etc/hostname report.txt
