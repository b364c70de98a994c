# Loaded by Perl before the code under test, from outside the workspace.
#
# A module that ends the process with code 0 while it is loaded makes a check green without running it. This guard then
# ends the check with exit code 97 and a line on stderr. Programs that end themselves are not affected.
package PawlExitGuard;

use strict;
use warnings;

my $known = eval { require Cwd; 1 };
my $root = $known && $ENV{PAWL_CHECK_ROOT} || '';
$root = Cwd::realpath($root) || '' if $root ne '';
my $process = $$;

sub own {
    return 0 if $root eq '';
    my $path = Cwd::realpath($_[0]) || '';
    return index($path, "$root/") == 0;
}

# The file of the workspace that is being loaded; empty if none is.
sub loading {
    my $file = '';
    for (my $depth = 0; my @frame = caller($depth); $depth++) {
        return $file if $frame[7] && own($file);
        $file = $frame[1];
    }
    return '';
}

sub guarded {
    my ($code) = @_;
    $code = 0 unless defined $code;
    my $module = $code == 0 && $$ == $process ? loading() : '';
    if ($module ne '') {
        syswrite STDERR, "\npawl: refused: $module ended the process while it was loaded\n";
        CORE::exit(97);
    }
    CORE::exit($code);
}

BEGIN {
    no warnings qw(once redefine);
    *CORE::GLOBAL::exit = sub (;$) { guarded(@_) };
    # What runs no handlers, and so leaves no trace in a plan of tests.
    if (eval { require POSIX; 1 }) {
        my $leave = \&POSIX::_exit;
        *POSIX::_exit = sub {
            my ($code) = @_;
            if (!$code && $$ == $process && own((caller)[1])) {
                syswrite STDERR, "\npawl: refused: the code under test ended the process with POSIX::_exit\n";
                $leave->(97);
            }
            $leave->($code);
        };
    }
}

1;
