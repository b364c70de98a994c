# project: report
# expect: retry
# kind: nothing done
# shows: report.txt
mkdir inner
git init -q inner
echo result > inner/report.txt
git -C inner add -A
git -C inner -c user.name=a -c user.email=a@b commit -qm x
ln -s inner/.git/HEAD report.txt
