# project: generated
# expect: accept
echo b >> words.txt
python3 gen.py
