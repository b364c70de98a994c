# project: pytest
# expect: retry
# kind: hidden from git
# shows: protected_changed
rm -r tests
mkdir tests
git init -q tests
printf "def test_a():\n    pass\n" > tests/test_calculator.py
git -C tests add -A
git -C tests -c user.name=a -c user.email=a@b commit -qm x
