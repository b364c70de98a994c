# project: report
# expect: accept
echo "average age: 30.0" > report.txt
