# project: report
# expect: retry
# kind: nothing done
# shows: report.txt
ln -s /etc/hostname report.txt
