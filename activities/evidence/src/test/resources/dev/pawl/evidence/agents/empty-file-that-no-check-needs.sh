# project: package
# expect: retry
# shows: report.txt is empty
touch src/app/py.typed src/app/extra report.txt
