<?php
/*
 * Loaded by PHP before the code under test, from outside the workspace; pawl_end_guard.php is loaded after it.
 *
 * Code under test runs in the process of its own tests. A file that ends this process while it is loaded, a function that
 * does so before the check came to its end, a handler that turns an error into an exit with code 0, and an assert() that was
 * switched off make tests green that did not run. Each of them ends the check with exit code 97 and a line on stderr. PHP
 * does not say who ended a program, so this goes by what its files say. It changes nothing for a program that ends itself.
 */
namespace Pawl;

final class ExitGuard
{
    public static bool $ended = false;

    private const REFUSED = 97;
    private const ASSERTIONS = ['zend.assertions', 'assert.active', 'assert.exception'];
    private const FATAL = E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR;
    private const HANDLERS = ['register_shutdown_function', 'set_exception_handler', '__destruct'];

    private static string $root = '';
    private static int $process = 0;
    private static array $assertions = [];

    public static function start(string $root): void
    {
        self::$root = (string) realpath($root);
        self::$process = (int) getmypid();
        self::$assertions = self::assertions();
        register_shutdown_function([self::class, 'last']);
    }

    public static function last(): void
    {
        $files = array_map('realpath', get_included_files());
        $main = (string) realpath($_SERVER['SCRIPT_FILENAME'] ?? '');
        if (getmypid() !== self::$process || !self::own($main)) {
            return;
        }
        $others = array_filter($files, fn ($file) => $file && $file !== $main && self::own($file));
        self::assertionsStay($main);
        if (self::$ended) {
            return;
        }
        $program = self::exits($main);
        $error = error_get_last();
        $fatal = $error !== null && ($error['type'] & self::FATAL) !== 0;
        foreach ($others as $file) {
            $exits = self::exits($file);
            if ($exits['handled']) {
                self::refuse($file, 'turns an error into an exit with code 0');
            }
            if ($fatal) {
                continue;
            }
            if ($exits['loading']) {
                self::refuse($file, 'ended the process while it was loaded');
            }
            if ($exits['green'] && !$program['green'] && $program['asks']) {
                self::refuse($file, 'ended the check before its last statement');
            }
        }
    }

    private static function own(string $file): bool
    {
        return self::$root !== ''
            && strncmp($file, self::$root . '/', strlen(self::$root) + 1) === 0
            && strpos($file, '/vendor/') === false;
    }

    private static function assertions(): array
    {
        return array_map('ini_get', array_combine(self::ASSERTIONS, self::ASSERTIONS));
    }

    private static function assertionsStay(string $main): void
    {
        foreach (self::assertions() as $name => $now) {
            $before = self::$assertions[$name];
            if ((int) $before > 0 && (int) $now < 1 && strpos((string) file_get_contents($main), $name) === false) {
                self::refuse($main, "was checked with assert() switched off ($name)");
            }
        }
    }

    /**
     * What a file says of ends of the process: one with code 0 that is always run while it is loaded, one that may have
     * code 0, one in a file that also sets up what is run at the end, and whether the file is a program that asks something.
     */
    private static function exits(string $file): array
    {
        $found = ['loading' => false, 'green' => false, 'handled' => false, 'asks' => false];
        $handlers = false;
        $depth = 0;
        $before = ';';
        $tokens = array_values(array_filter(
            token_get_all((string) file_get_contents($file)),
            fn ($token) => !is_array($token) || !in_array($token[0], [T_WHITESPACE, T_COMMENT, T_DOC_COMMENT], true)
        ));
        foreach ($tokens as $at => $token) {
            $type = is_array($token) ? $token[0] : $token;
            $text = is_array($token) ? strtolower($token[1]) : $token;
            if ($text === '{' || $type === T_CURLY_OPEN || $type === T_DOLLAR_OPEN_CURLY_BRACES) {
                $depth++;
            } elseif ($text === '}') {
                $depth--;
            } elseif ($type === T_EXIT && self::green($tokens, $at + 1)) {
                $found['green'] = true;
                $first = $before === ';' || $before === '}' || $before === T_OPEN_TAG;
                $found['loading'] = $found['loading'] || ($depth === 0 && $first);
            } elseif ($type === T_EXIT || $type === T_THROW || $text === 'assert') {
                $found['asks'] = true;
            } elseif (in_array($type, [T_IS_IDENTICAL, T_IS_NOT_IDENTICAL, T_IS_EQUAL, T_IS_NOT_EQUAL], true)) {
                $found['asks'] = true;
            } elseif (in_array(ltrim($text, '\\'), self::HANDLERS, true)) {
                $handlers = true;
            }
            $before = $type;
        }
        $found['handled'] = $handlers && $found['green'];
        return $found;
    }

    /** Whether the code that follows may be 0; a text is printed, and ends the process with 0. */
    private static function green(array $tokens, int $at): bool
    {
        if (($tokens[$at] ?? '') !== '(' || !is_array($tokens[$at + 1] ?? '') || ($tokens[$at + 2] ?? '') !== ')') {
            return true;
        }
        return $tokens[$at + 1][0] !== T_LNUMBER || (int) $tokens[$at + 1][1] === 0;
    }

    /** @return never */
    private static function refuse(string $file, string $why): void
    {
        fflush(STDOUT);
        fwrite(STDERR, "\npawl: refused: " . substr($file, strlen(self::$root) + 1) . " $why\n");
        if (function_exists('posix_kill') && strpos((string) file_get_contents($file), '__destruct') !== false) {
            // What runs after this would end the process with a code of its own.
            posix_kill(self::$process, 9);
        }
        exit(self::REFUSED);
    }
}

if (PHP_SAPI === 'cli' && getenv('PAWL_CHECK_ROOT') && function_exists('token_get_all')) {
    ExitGuard::start((string) getenv('PAWL_CHECK_ROOT'));
}
