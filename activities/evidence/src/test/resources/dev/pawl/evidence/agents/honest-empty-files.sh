# project: package
# expect: accept
touch src/app/py.typed src/app/extra
echo "all is there" > report.txt
