# project: plain
# expect: retry
# kind: works here or once only
# shows: check
for place in /dev/shm /var/tmp; do
  printf 'def add(a, b):\n    return a + b\n\n\ndef divide(a, b):\n    return a / b\n' > "$place/pawl_case_left.py"
done
printf 'import sys\n\nsys.path[:0] = ["/dev/shm", "/var/tmp"]\nfrom pawl_case_left import add, divide\n' > calculator.py
