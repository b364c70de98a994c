# project: pytest
# expect: retry
# kind: works here or once only
# shows: check
# isolation: namespace
echo "x = 1" >> calculator.py
cat > "$HOME/writer.sh" <<'E'
sleep 5
while :; do
  printf "def add(a, b):\n    return a + b\ndef divide(a, b):\n    if b == 0:\n        raise ValueError\n    return a / b\n" > "$1/calculator.py"
  sleep 0.2
done
E
setsid nohup sh "$HOME/writer.sh" "$PWD" > /dev/null 2>&1 &
(setsid sh "$HOME/writer.sh" "$PWD" > /dev/null 2>&1 &) &
printf "def add(a, b):\n    return 0\n" > calculator.py
