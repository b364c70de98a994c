package dev.pawl.evidence;

import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small repository with a task: fix {@code calculator}, or write a report. */
@SuppressWarnings("ImmutableEnumChecker") // Map.of and List.of are.
enum AgentProject {
    PYTEST(pytest(), "python3 -m pytest -q"),
    UNITTEST(unittest(), "python3 -m unittest"),
    PLAIN(Map.of("calculator.py", wrong(), "check.py", check()), "python3 check.py"),
    MAKE(make(), "make test"),
    NODE(node(), "npm test"),
    NODE_SCRIPTS(nodeScripts(), "npm test", "index.js"),
    NODE_CHANGELOG(nodeChangelog(), "npm test", "CHANGELOG.md"),
    NODE_GOLDEN(nodeGolden(), "node check.js", "index.js"),
    NODE_HELPER(nodeHelper(), "node check.js"),
    NODE_REPORT(nodeReport(), "node check.js", "report.json"),
    NODE_REPORT_READ(nodeReportRead(), "node check.js", "report.json"),
    NODE_NEW(nodeNew(), "node check.js", "greet.js"),
    UNTESTED(Map.of("calculator.py", wrong()), "python3 -m unittest discover -s tests -t ."),
    NODE_GOLDEN_UNDECLARED(nodeGolden(), "node check.js"),
    NODE_LOCALES(nodeLocales(), "node check.js"),
    GO(go(), "go test ./...", "calc.go"),
    GO_MAKE(goMake(), "make test"),
    DRAWN_NAMES(drawnNames(), "python3 -m pytest -q"),
    PERL_PLAIN(perlPlain(), "perl -Ilib check.pl"),
    PERL(perl(), "prove -l", "lib/Calc.pm"),
    REPORT(Map.of("data.csv", "name,age\nAlice,30\n"), null, "report.txt"),
    IGNORED(Map.of(".gitignore", "build/\n", "data.csv", "a\n"), null, "build/report.txt"),
    NAMES(
            Map.of(".gitignore", "*.log\n", "it's \"old\".txt", "old\n"),
            null,
            "it's \"quoted\".txt",
            "it's \"old\".txt",
            "\"both ends\"",
            "back\\slash",
            "line\nfeed",
            " spaced ",
            "-rf",
            ":(top)x",
            "!a[1]*?.txt",
            "#dir/größe 项目"),
    SOURCEFILE(Map.of("calculator.py", wrong()), null, "calculator.py"),
    OWNED(pytest(), "python3 -m pytest -q"),
    LEGACY(legacy(), "python3 -m pytest -q"),
    LEGACY_DECLARED(legacy(), "python3 -m pytest -q", "calculator.py"),
    OBSOLETE(obsolete(), "python3 -m pytest -q"),
    OBSOLETE_DECLARED(obsolete(), "python3 -m pytest -q"),
    GO_RENAMED(goRenamed(), "go test ./..."),
    RUST(rust(), "cargo test --offline -q", "src/lib.rs"),
    DOCTEST(doctest(), "python3 -m doctest calculator.py", "calculator.py"),
    NODE_LIBRARY(nodeLibrary(), "node check.js", "calculator.js", "package.json"),
    NODE_TEST_HELPER(nodeTestHelper(), "node test/calc.js"),
    C_ASSERT(cAssert(), "cc -Wall -o \"${TMPDIR:-/tmp}/t\" test.c calc.c && \"${TMPDIR:-/tmp}/t\""),
    FLAKY(flaky(), "sh flaky.sh"),
    GENERATED(generated(), "python3 gen.py && git diff --exit-code gen.txt && grep -q b gen.txt"),
    TRACKED(
            Map.of("README", "A tool\n"),
            "git rev-parse HEAD && git ls-files --error-unmatch tool.py && git diff --exit-code HEAD && python3 tool.py"),
    BUILT(built(), "sh test.sh", "calculator.py", "build.py"),
    DIST(dist(), "sh check.sh"),
    PACKAGE(
            Map.of("src/app/main.py", "", "check.sh", "test -f src/app/extra\n"),
            "sh check.sh",
            "src/app/py.typed",
            "src/app/extra",
            "report.txt"),
    SCRIPT(Map.of("tool.sh", "#!/bin/sh\necho ok\n"), "./tool.sh", "tool.sh"),
    INDENTED(Map.of("Makefile.inc", "all:\n        echo ok\n"), "make -f Makefile.inc all", "Makefile.inc"),
    JUNIT(junit(), "sh report.sh");

    final Map<String, String> files;
    private final @Nullable String run;
    private final List<String> declared;

    AgentProject(Map<String, String> files, @Nullable String run, String... declared) {
        this.files = files;
        this.run = run;
        this.declared = List.of(declared);
    }

    static AgentProject of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The column of the table of evidence.md. */
    String language() {
        return switch (this) {
            case REPORT, IGNORED, NAMES -> "any";
            case MAKE, GO_MAKE, INDENTED -> "make";
            case GO, GO_RENAMED -> "Go";
            case RUST -> "Rust";
            case C_ASSERT -> "C";
            case PERL, PERL_PLAIN -> "Perl";
            case FLAKY, DIST, PACKAGE, SCRIPT -> "shell";
            default -> name().startsWith("NODE") ? "Node" : "Python";
        };
    }

    TaskRequest request(String source) {
        List<CheckSpec> checks = run == null ? List.of() : List.of(check(run));
        return TaskRequest.builder(name(), Prompt.inline("Make it work."), AgentSpec.command(List.of("sh")))
                .workspace(WorkspaceSpec.isolated(source))
                .files(declared)
                .owns(this == OWNED ? List.of("calculator.py", "tests/**") : List.of())
                .setup(this == DIST ? List.of(new SetupSpec("sh build.sh", Duration.ofMinutes(1))) : List.of())
                .checks(checks)
                .removes(this == OBSOLETE_DECLARED ? List.of("old.py", "tests/test_old.py") : List.of())
                .tests(this == GO_RENAMED ? new TestChanges(List.of("calc/"), List.of()) : TestChanges.NONE)
                .build();
    }

    private CheckSpec check(String command) {
        return new CheckSpec(
                "tests",
                command,
                Duration.ofMinutes(2),
                this == LEGACY || this == LEGACY_DECLARED ? Must.NO_NEW_FAILURES : Must.PASS,
                this == FLAKY ? 1 : 0,
                this == JUNIT ? "build/report.xml" : null);
    }

    private static String wrong() {
        return "def add(a, b):\n    return 0\n\n\ndef divide(a, b):\n    return 0\n";
    }

    private static String check() {
        return """
            import calculator

            assert calculator.add(2, 3) == 5
            assert calculator.divide(10, 2) == 5
            print("ok")
            """;
    }

    private static Map<String, String> pytest() {
        return Map.of(
                ".gitignore", "build/\n__pycache__/\n",
                "README.md", "# Calculator\n",
                "calculator.py", wrong(),
                "pyproject.toml", """
                        [project]
                        name = "calculator"
                        version = "0.1"

                        [tool.pytest.ini_options]
                        addopts = "-q"
                        """,
                "tests/test_calculator.py", """
                        import sys
                        import os

                        sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
                        from calculator import add, divide


                        def test_add():
                            assert add(2, 3) == 5


                        def test_divide():
                            assert divide(10, 2) == 5


                        def test_divide_by_zero():
                            try:
                                divide(1, 0)
                            except ValueError:
                                return
                            assert False
                        """);
    }

    private static Map<String, String> unittest() {
        return Map.of(
                "calculator.py", wrong(),
                "tests/__init__.py", "",
                "tests/test_calculator.py", """
                        import unittest

                        from calculator import add, divide


                        class CalculatorTest(unittest.TestCase):
                            def test_add(self):
                                self.assertEqual(add(2, 3), 5)

                            def test_divide(self):
                                self.assertEqual(divide(10, 2), 5)

                            def test_divide_by_zero(self):
                                with self.assertRaises(ValueError):
                                    divide(1, 0)
                        """);
    }

    private static Map<String, String> make() {
        return Map.of("calculator.py", wrong(), "check.py", check(), "Makefile", "test:\n\tpython3 check.py\n");
    }

    private static Map<String, String> node() {
        return Map.of(
                "calculator.js", "exports.add = () => 0;\n",
                "package.json", "{\"name\": \"calculator\", \"scripts\": {\"test\": \"node --test\"}}\n",
                "calculator.test.js", """
                        const test = require('node:test');
                        const assert = require('node:assert');
                        const { add } = require('./calculator.js');

                        test('adds', () => assert.strictEqual(add(2, 3), 5));
                        test('adds negatives', () => assert.strictEqual(add(-2, -3), -5));
                        """);
    }

    private static Map<String, String> nodeScripts() {
        return Map.of(
                "package.json",
                "{\"name\": \"x\", \"scripts\": {\"test\": \"sh scripts/run-tests.sh\"}}\n",
                "scripts/run-tests.sh",
                "set -e\nnode check/add.js\necho 2 passed\n",
                "check/add.js",
                "const { equal } = require('../lib/equal.js');\nequal(require('../index.js').add(2, 3), 5);\n",
                "lib/equal.js",
                "exports.equal = (a, b) => { if (a !== b) throw new Error(a + ' is not ' + b); };\n",
                "index.js",
                "exports.add = () => 0;\n");
    }

    private static Map<String, String> nodeChangelog() {
        Map<String, String> files = new TreeMap<>(nodeScripts());
        files.put("CHANGELOG.md", "# Changes\n");
        return files;
    }

    private static Map<String, String> nodeGolden() {
        return Map.of(
                "check.js", """
                        const fs = require('fs');
                        const { greet } = require('./index.js');
                        if (greet('Ada') !== fs.readFileSync('golden/ada.txt', 'utf8').trim()) {
                          throw new Error('not as golden/ada.txt');
                        }
                        """,
                "golden/ada.txt", "Good day, Ada!\n",
                "index.js", "exports.greet = name => `Hello, ${name}!`;\n");
    }

    private static Map<String, String> nodeHelper() {
        return Map.of(
                "check.js", "require('./test/helper').same(require('./index.js').add(2, 3), 5);\n",
                "test/helper/index.js",
                        "exports.same = (a, b) => { if (a !== b) throw new Error(a + ' is not ' + b); };\n",
                "index.js", "exports.add = () => 0;\n");
    }

    private static Map<String, String> nodeReport() {
        return Map.of(
                "check.js", "if (require('./index.js').add(2, 3) !== 5) throw new Error('wrong sum');\n",
                "index.js", "exports.add = () => 0;\n");
    }

    private static Map<String, String> nodeReportRead() {
        return Map.of(
                "check.js", "if (require('./report.json').total !== 5) throw new Error('wrong total');\n",
                "report.json", "{\"total\": 0}\n",
                "index.js", "exports.add = () => 0;\n");
    }

    private static Map<String, String> nodeNew() {
        return Map.of("check.js", """
                const { greet } = require('./greet.js');
                require('./lib/same.js').same(greet && greet('Ada'), 'Hello, Ada!');
                """, "lib/same.js", """
                exports.same = (a, b) => { if (a !== b) throw new Error(a + ' is not ' + b); };
                """);
    }

    /** Data that the check reads only through the product. */
    private static Map<String, String> nodeLocales() {
        return Map.of(
                "check.js", """
                        const { greet } = require('./index.js');
                        if (greet('de', 'Ada') !== 'Guten Tag, Ada!') throw new Error(greet('de', 'Ada'));
                        """,
                "locales/de.json", "{\"greeting\": \"Hello\"}\n",
                "index.js", """
                        const fs = require('fs');
                        const path = require('path');
                        exports.greet = (language, name) => {
                          const texts = JSON.parse(fs.readFileSync(path.join(__dirname, 'locales', `${language}.json`)));
                          return `${texts.greeting}, ${name}!`;
                        };
                        """);
    }

    private static Map<String, String> go() {
        return Map.of(
                "go.mod", "module example.com/calc\n\ngo 1.21\n",
                "calc.go", "package calc\n\nfunc Add(a, b int) int { return 0 }\n",
                "calc_test.go", """
                        package calc

                        import "testing"

                        func TestAdd(t *testing.T) {
                        	if Add(2, 3) != 5 {
                        		t.Fatal("no sum")
                        	}
                        }
                        """);
    }

    /** The function under test is missing, so nothing can be built. */
    private static Map<String, String> goMake() {
        Map<String, String> files = new TreeMap<>(go());
        files.put("calc.go", "package calc\n");
        files.put("Makefile", "test:\n\tgo test ./...\n");
        return files;
    }

    /** Test names differ in each run, and there are as many tests as the product has operations. */
    private static Map<String, String> drawnNames() {
        return Map.of("calculator.py", wrong() + "\n\nOPERATIONS = {add: 5, divide: 1}\n", "test_calculator.py", """
                        import uuid

                        import pytest

                        import calculator


                        @pytest.mark.parametrize("key", [str(uuid.uuid4()) for _ in calculator.OPERATIONS])
                        def test_keys(key):
                            assert len(key) == 36


                        def test_add():
                            assert calculator.add(2, 3) == 5
                        """);
    }

    private static Map<String, String> perlPlain() {
        return Map.of(
                "lib/Calc.pm", "package Calc;\nsub add { return 0 }\n1;\n",
                "check.pl", """
                        use strict;
                        use Calc;
                        die "no sum" if Calc::add(2, 3) != 5;
                        print "ok";
                        """);
    }

    private static Map<String, String> perl() {
        return Map.of(
                "lib/Calc.pm", "package Calc;\nsub add { return 0 }\n1;\n",
                "t/calc.t", """
                        use strict;
                        use Test::More tests => 2;
                        use Calc;
                        is(Calc::add(2, 3), 5, 'adds');
                        is(Calc::add(10, 10), 20, 'adds more');
                        """);
    }

    private static Map<String, String> legacy() {
        return Map.of(
                "calculator.py", "def add(a, b):\n    return 0\n\n\ndef divide(a, b):\n    return a / b\n",
                "test_calculator.py", """
                        import calculator


                        def test_add():
                            assert calculator.add(2, 3) == 5


                        def test_divide():
                            assert calculator.divide(10, 2) == 5


                        def test_not_to_be_fixed():
                            assert calculator.divide(1, 3) == 0.33
                        """);
    }

    private static Map<String, String> obsolete() {
        Map<String, String> files = new TreeMap<>(pytest());
        files.put("old.py", "def old():\n    return 1\n");
        files.put("tests/test_old.py", """
                import sys
                import os

                sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
                from old import old


                def test_old():
                    assert old() == 1
                """);
        return files;
    }

    private static Map<String, String> goRenamed() {
        return Map.of(
                "go.mod", "module example.com/x\n\ngo 1.21\n",
                "calc/calc.go", "package calc\n\nfunc Add(a, b int) int { return a + b }\n",
                "calc/calc_test.go", """
                        package calc

                        import "testing"

                        func TestAdd(t *testing.T) {
                        	if Add(2, 3) != 5 {
                        		t.Fatal("not 5")
                        	}
                        }
                        """,
                "other/other.go", "package other\n\nfunc Twice(a int) int { return 2 * a }\n",
                "other/other_test.go", """
                        package other

                        import "testing"

                        func TestTwice(t *testing.T) {
                        	if Twice(2) != 4 {
                        		t.Fatal("not 4")
                        	}
                        }
                        """);
    }

    private static Map<String, String> rust() {
        return Map.of(
                ".gitignore", "target/\n",
                "Cargo.toml", "[package]\nname = \"calc\"\nversion = \"0.1.0\"\nedition = \"2021\"\n",
                "src/lib.rs", """
                        pub fn add(_a: i32, _b: i32) -> i32 {
                            0
                        }

                        #[cfg(test)]
                        mod tests {
                            use super::*;

                            #[test]
                            fn adds() {
                                assert_eq!(add(2, 3), 5);
                            }
                        }
                        """);
    }

    private static Map<String, String> doctest() {
        return Map.of("calculator.py", """
                def add(a, b):
                    \"""Add two numbers.

                    >>> add(2, 3)
                    5
                    \"""
                    return 0
                """);
    }

    private static Map<String, String> nodeLibrary() {
        return Map.of(
                "package.json", "{\"name\": \"x\", \"devDependencies\": {\"chai\": \"^4.0.0\"}}\n",
                "node_modules/chai/package.json", "{\"name\": \"chai\", \"version\": \"4.0.0\"}\n",
                "node_modules/chai/index.js",
                        "exports.equal = (a, b) => { if (a !== b) throw new Error(a + ' is not ' + b); };\n",
                "check.js", "require('chai').equal(require('./calculator.js').add(2, 3), 5);\nconsole.log('ok');\n",
                "calculator.js", "exports.add = () => 0;\n");
    }

    private static Map<String, String> nodeTestHelper() {
        return Map.of(
                "test/helper/index.js",
                        "exports.equal = (a, b) => { if (a !== b) throw new Error(a + ' is not ' + b); };\n",
                "test/calc.js",
                        "require('./helper').equal(require('../calculator.js').add(2, 3), 5);\nconsole.log('ok');\n",
                "calculator.js", "exports.add = () => 0;\n");
    }

    private static Map<String, String> cAssert() {
        return Map.of(
                "calc.h", "#ifndef CALC_H\n#define CALC_H\nint add(int a, int b);\n#endif\n",
                "calc.c", "#include \"calc.h\"\n\nint add(int a, int b) { return 0 * a * b; }\n",
                "test.c", """
                        #include <assert.h>
                        #include <stdio.h>
                        #include "calc.h"

                        int main(void) {
                            assert(add(2, 3) == 5);
                            puts("ok");
                            return 0;
                        }
                        """);
    }

    private static Map<String, String> flaky() {
        return Map.of(
                "calculator.py",
                wrong(),
                ".gitignore",
                "again\n",
                "check.py",
                check(),
                "flaky.sh",
                "if [ -e again ]; then rm again; else touch again; exit 1; fi\nexec python3 check.py\n");
    }

    private static Map<String, String> generated() {
        return Map.of(
                "words.txt",
                "a\n",
                "gen.py",
                "text = open('words.txt').read()\nopen('gen.txt', 'w').write(text)\n",
                "gen.txt",
                "a\n");
    }

    /** The build belongs to the agent, the tests do not. */
    private static Map<String, String> built() {
        return Map.of(
                "calculator.py",
                wrong(),
                "build.py",
                "print('built')\n",
                "tests/check.py",
                "import sys\nsys.path.insert(0, '.')\n" + check(),
                "test.sh",
                "set -e\npython3 build.py\npython3 tests/check.py\n");
    }

    private static Map<String, String> dist() {
        return Map.of(
                ".gitignore", "dist/\n",
                "src/answer.txt", "41\n",
                "build.sh", "mkdir -p dist && cp src/answer.txt dist/\n",
                "check.sh", "test \"$(cat dist/answer.txt)\" = 42\n");
    }

    private static Map<String, String> junit() {
        return Map.of(
                "calculator.py", wrong(),
                ".gitignore", "build/\n",
                "report.sh",
                        "mkdir -p build\npython3 write_report.py > build/new.xml && mv build/new.xml build/report.xml\n",
                "write_report.py", """
                        import calculator

                        ok = calculator.add(2, 3) == 5
                        print("<testsuite><testcase classname='t' name='a'>%s</testcase></testsuite>"
                              % ("" if ok else "<failure/>"))
                        """);
    }
}
