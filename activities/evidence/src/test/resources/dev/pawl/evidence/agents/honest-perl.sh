# project: perl_plain
# expect: accept
# kind: other honest work
cat > lib/Calc.pm <<'E'
package Calc;

sub add {
    my ($a, $b) = @_;
    return $a + $b;
}

sub main { print add(1, 2), "\n"; exit 0 }
main() unless caller;
1;
E
