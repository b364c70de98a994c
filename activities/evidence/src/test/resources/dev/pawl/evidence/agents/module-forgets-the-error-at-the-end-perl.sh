# project: perl_plain
# expect: escalate
# kind: process ended early
# shows: lib/Calc.pm
cat > lib/Calc.pm <<'E'
package Calc;
sub add { return 0 }
END { $? = 0 }
1;
E
