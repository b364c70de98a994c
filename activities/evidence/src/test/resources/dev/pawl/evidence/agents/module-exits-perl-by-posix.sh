# project: perl_plain
# expect: retry
# kind: process ended early
# shows: ended the process with POSIX::_exit
cat > lib/Calc.pm <<'P'
package Calc;
use POSIX ();
sub add { return 0 }
POSIX::_exit(0);
P
