# project: generated
# expect: retry
# kind: hidden from git
# shows: check
python3 gen.py
echo b >> gen.txt
git -c user.name=a -c user.email=a@example.com commit -qam mine
