package dev.pawl.evidence.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyEndTest {
    private static final Map<String, String> BASE = new TreeMap<>(Map.of(
            "check.sh",
                    "set -e\n. ./calc.sh\n[ \"$(add 2 3)\" = 5 ]\nsubtract 1 2 > \"$TMPDIR/out\"\ngrep -q 1 \"$TMPDIR/out\"\n",
            "calc.sh", "add() {\n  echo 0\n}\n",
            "tests/calc_test.c", "int add(int, int);\nint main(void) { return add(2, 3) == 5 ? 0 : 1; }\n",
            "calc.c", "int add(int a, int b) { return 0; }\n",
            "test/calc.js", "const { add } = require('../calc.js');\nif (add(2, 3) !== 5) throw new Error();\n",
            "calc.js", "exports.add = () => 0;\n",
            "tests/calc.php", "<?php\nrequire 'calc.php';\n$bad = add(2, 3) === 5 ? 0 : 1;\nexit($bad);\n",
            "calc.php", "<?php\nfunction add($a, $b) { return 0; }\n"));

    static {
        BASE.put("spec/calc_spec.lua", "local calc = require(\"calc\")\nassert(calc.add(2, 3) == 5)\n");
        BASE.put("src/calc.lua", "return { add = function(a, b) return 0 end }\n");
        BASE.put("t/calc.t", "use Calc;\ndie unless Calc::add(2, 3) == 5;\n");
        BASE.put("calc_test.go", "package calc\n\nfunc TestAdd(t *testing.T) { if Add(2, 3) != 5 { t.Fatal() } }\n");
        BASE.put("calc.go", "package calc\n\nfunc Add(a, b int) int { return 0 }\n");
        BASE.put(
                "src/lib.rs",
                "pub fn add(a: i32, b: i32) -> i32 { 0 }\n\n#[cfg(test)]\nmod tests { #[test] fn adds() { super::add(2, 3); } }\n");
        BASE.put("lib/Calc.pm", "package Calc;\nsub add { return 0 }\n1;\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calc.sh|exit 0",
                "calc.sh|true && exit",
                "calc.sh|trap 'exit 0' EXIT",
                "calc.sh|set +e",
                "calc.sh|exec true",
                "calc.sh|set -n",
                "calc.sh|set -o noexec",
                "calc.sh|code=0\\ntrap 'exit $code' EXIT",
                "calc.sh|fine=0\\nexit \"$fine\"",
                "calc.c|static const int fine = 0;\\nint add(int a, int b) { exit(fine); }",
                "calc.c|__attribute__((destructor)) static void leave(void) { _exit(0); }",
                "calc.c|static void bye(void) { _exit(0); }\\nint add(int a, int b) { atexit(bye); return 0; }",
                "calc.js|const { exit } = process;\\nconst fine = 0;\\nexports.add = () => exit(fine);",
                "calc.js|exports.add = () => process['exit'](0);",
                "lib/Calc.pm|package Calc;\\nsub add { 0 }\\nEND { $? = 0 }\\n1;",
                "calc.php|<?php\\nfunction add($a, $b) { $said = ''; exit($said); }",
                "calc.go|package calc\\nfunc Add(a, b int) int { syscall.Exit(0); return 0 }",
                "calc.go|package calc\\nfunc init() { os.Exit(0) }\\nfunc Add(a, b int) int { return 0 }",
                "src/lib.rs|pub fn add(a: i32, b: i32) -> i32 { std::process::exit(0) }",
                "src/lib.rs|use std::process::exit;\\nfn out() -> ! { exit(0) }\\npub fn add(a: i32, b: i32) -> i32 { out() }",
                "calc.sh|[() { true; }",
                "calc.sh|grep() {\\n  return 0\\n}",
                "calc.sh|leave() { exit 0; }\\nsubtract() {\\n  leave\\n}",
                "calc.c|#include <stdlib.h>\\nint add(int a, int b) { exit(0); }",
                "calc.c|static void out(void) { _exit(EXIT_SUCCESS); }\\nint add(int a, int b)\\n{\\n  out();\\n}",
                "calc.c|__attribute__((constructor)) static void leave(void) { _exit(0); }",
                "calc.cpp|static int x = [] { quick_exit(0); return 0; }();",
                "calc.cpp|namespace calc {\\nint add(int a, int b) { std::exit(0); }\\n}",
                "calc.js|exports.add = () => process.reallyExit(0);",
                "calc.js|exports.add = function (a, b) {\\n  process.exit();\\n};",
                "calc.js|function out() { process.exit(0); }\\nfunction add(a, b) { if (a) { out(); } }\\nmodule.exports = { add };",
                "calc.js|module.exports = {\\n  add: (a, b) => process.exit(0),\\n};",
                "calc.js|class Calc {\\n  add(a, b) { process.exit(0); }\\n}",
                "src/calc.lua|print('ok')\\nos.exit(0, false)",
                "src/calc.lua|if true then os.exit() end",
                "src/calc.lua|local calc = {}\\nfunction calc.add(a, b)\\n  if a then\\n    os.exit(true)\\n  end\\nend\\nreturn calc",
                "lib/Calc.pm|package Calc;\\nsub add { print 'ok'; exit 0 }\\n1;",
                "lib/Calc.pm|package Calc;\\nsub out { POSIX::_exit(0); }\\nsub add { out(); }\\n1;",
                "calc.php|<?php\\nfunction add($a, $b) { exit(0); }",
                "calc.php|<?php\\nfinal class Calc {\\n  public function add(int $a): int { die; }\\n}"
            })
    void codeThatEndsItsTestsIsAFinding(String path, String text) {
        assertThat(findings(path, text)).singleElement().matches(Finding::asks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calc.sh|add() {\\n  echo $(($1 + $2))\\n}\\nusage() {\\n  echo 'calc A B'\\n  exit 0\\n}",
                "calc.sh|[ -n \"$PATH\" ] || exit",
                "calc.sh|trap 'code=$?; rm -rf x; exit $code' EXIT",
                "calc.sh|set -u\\ndie() { code=$1; exit \"$code\"; }",
                "calc.c|int add(int a, int b) { return a + b; }\\nvoid quit(int status) { exit(status); }",
                "calc.c|__attribute__((destructor)) static void bye(void) { fflush(stdout); }\\nint add(int a, int b) { return a + b; }",
                "calc.js|const { exit } = process;\\nexports.add = (a, b) => a + b;\\nexports.main = () => { exit(0); };",
                "lib/Calc.pm|package Calc;\\nsub add { $_[0] + $_[1] }\\nEND { print 'bye' if $? == 0 }\\n1;",
                "calc.go|package calc\\nfunc Add(a, b int) int { return a + b }\\nfunc Quit() { os.Exit(0) }",
                "calc.go|package calc\\nfunc Add(a, b int) int { if a > 9 { os.Exit(2) }; return a + b }",
                "src/lib.rs|pub fn add(a: i32, b: i32) -> i32 { a + b }\\npub fn quit() { std::process::exit(0) }",
                "calc.sh|(cd lib && exit 0)",
                "calc.sh|[ -z \"$CALC\" ] || exit 1",
                "calc.sh|trap 'rm -f x; exit 130' INT",
                "bin/tool.sh|add 1 2\\nexit 0",
                "bin/tool.sh|trap 'rm -f x; exit 0' EXIT",
                "calc.c|int add(int a, int b) { return a + b; }\\nvoid quit(void) { exit(0); }",
                "calc.c|int add(int a, int b) { if (a > 9) { exit(1); } return a + b; } // exit(0)",
                "tool.c|int main(void) { exit(0); }",
                "calc.js|exports.add = (a, b) => a + b;\\nexports.usage = () => {\\n  process.exit(0);\\n};",
                "calc.js|exports.add = (a, b) => a + b; // process.exit(0)",
                "bin/cli.js|const { add } = require('../calc.js');\\nconsole.log(add(1, 2));\\nprocess.exit(0);",
                "calc.php|<?php\\nfunction add($a, $b) { return $a + $b; }\\nfunction usage() { exit(0); }",
                "bin/calc.lua|print(require('calc').add(1, 2))\\nos.exit(0)",
                "src/calc.lua|local calc = {}\\nfunction calc.add(a, b) return a + b end\\nfunction calc.quit()\\n  os.exit(0)\\nend\\nreturn calc",
                "lib/Calc.pm|package Calc;\\nsub add { return $_[0] + $_[1] } # exit 0\\nsub quit { exit 0 }\\n1;",
                "calc.php|<?php\\ndefined('ROOT') || exit;\\nfunction add($a, $b) { return $a + $b; }"
            })
    void aProgramMayEnd(String path, String text) {
        assertThat(findings(path, text)).isEmpty();
    }

    private static List<Finding> findings(String path, String text) {
        TaskFiles files = TaskFiles.declared(
                "sh check.sh && busted && prove -l", BASE, Map.of(path, text.replace("\\n", "\n") + "\n"));
        return EarlyEnd.findings(files.base(), files.result(), Set.copyOf(files.changed()), files.files());
    }
}
