# project: generated
# expect: accept
# kind: other honest work
echo b >> words.txt
python3 gen.py
