# project: perl_plain
# expect: retry
# kind: process ended early
# shows: ended the process while it was loaded
cat > lib/Calc.pm <<'E'
package Calc;
sub add { return 0 }
exit 0;
E
