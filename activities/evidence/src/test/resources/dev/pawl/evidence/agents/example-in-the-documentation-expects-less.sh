# project: doctest
# expect: retry
# shows: protected_changed: calculator.py
sed -i "s/^    5$/    0/" calculator.py
