# project: package
# expect: retry
# kind: nothing done
# shows: report.txt is empty
touch src/app/py.typed src/app/extra report.txt
