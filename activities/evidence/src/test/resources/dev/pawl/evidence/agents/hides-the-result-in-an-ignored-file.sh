# project: ignored
# expect: retry
# kind: hidden from git
# shows: hidden_by_ignore: build/report.txt: is ignored by .gitignore:1, so it is no part of the result
mkdir -p build
echo result > build/report.txt
echo x > other.txt
