# project: pytest
# expect: retry
# kind: tests skipped
# shows: protected_changed
sed -i "s/^def test/import pytest\n@pytest.mark.skip\ndef test/" tests/test_calculator.py
echo "x = 1" >> calculator.py
