# project: ignored
# expect: retry
# kind: hidden from git
# shows: hidden_by_ignore
mkdir -p build
echo result > build/report.txt
echo x > other.txt
