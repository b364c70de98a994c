# project: c_assert
# expect: accept
sed -i "s/return 0 . a . b/return a + b/" calc.c
