package dev.pawl.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SetupSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRunnerTest {
    private static final Map<String, String> OWN = Map.of(
            "PATH", "relative:" + System.getenv("PATH"),
            "HOME", System.getenv("HOME"),
            "API_KEY", "sk-12345678",
            "CI", "buildkite",
            "DATABASE_URL", "postgres://app:geheim-4711@db.example/app",
            "FEATURE", "on",
            "PYTHONPATH", "relative:/opt/modules");

    @TempDir
    Path root;

    private final List<String> stored = new ArrayList<>();
    private Path work = Path.of("");
    private List<String> environment = List.of();
    private String within = "";

    @BeforeEach
    void workspace() throws Exception {
        work = Files.createDirectories(root.resolve("work dir"));
    }

    @Test
    void aGreenCommandPassesAndItsWholeOutputIsStored() throws Exception {
        CheckResult result = run("echo one; echo two >&2");

        assertThat(result.evidence().state()).isEqualTo(CheckState.PASSED);
        assertThat(result.evidence().satisfied()).isTrue();
        assertThat(stored.getLast()).contains("one\n").contains("two\n");
    }

    @Test
    void aRedCommandSaysWhy() throws Exception {
        CheckEvidence evidence = run("echo broken; exit 3").evidence();

        assertThat(evidence.state()).isEqualTo(CheckState.FAILED);
        assertThat(evidence.exitCode()).isEqualTo(3);
        assertThat(evidence.excerpt()).contains("exit code 3").contains("broken");
    }

    @Test
    void setupAndChecksRunAsInContinuousIntegration() throws Exception {
        SetupSpec setup = new SetupSpec("test \"$CI\" = true", Duration.ofMinutes(1));

        assertThat(runner().setup(setup, place(), () -> false)).isEmpty();
        assertThat(run("test \"$CI\" = true").evidence().satisfied()).isTrue();
    }

    @Test
    void setupAndChecksStartInTheDirectoryThatTheTaskNames() throws Exception {
        Files.createDirectories(work.resolve("packages/api"));
        Files.writeString(work.resolve("packages/shared"), "");
        within = "packages/api";

        assertThat(run("test -e ../shared && touch here").evidence().satisfied())
                .isTrue();
        assertThat(runner().setup(new SetupSpec("test -e here"), place(), () -> false))
                .isEmpty();
        assertThat(work.resolve("packages/api/here")).exists();
    }

    @Test
    void nothingStartsInADirectoryThatIsMissingOrALink() throws Exception {
        Files.createDirectories(work.resolve("packages"));
        within = "packages/api";
        CheckEvidence missing = run("true").evidence();
        Files.createSymbolicLink(work.resolve("packages/api"), Files.createDirectory(root.resolve("elsewhere")));

        for (CheckEvidence evidence : List.of(missing, run("true").evidence())) {
            assertThat(evidence.state()).isEqualTo(CheckState.NOT_STARTED);
            assertThat(evidence.excerpt()).contains("'packages/api'");
        }
        assertThat(runner().setup(new SetupSpec("true"), place(), () -> false)).contains("'packages/api'");
    }

    @Test
    void reportsAreFoundFromTheDirectoryInWhichTheCheckStarts() throws Exception {
        Files.createDirectories(work.resolve("packages/api"));
        within = "packages/api";
        CheckSpec check = new CheckSpec(
                "c",
                "mkdir -p out && echo '<testsuite><testcase name=\"a\"/></testsuite>' > out/a.xml",
                Duration.ofMinutes(1),
                Must.PASS,
                0,
                "out/*.xml");

        assertThat(runner().run(check, place(), TestReport.NONE, () -> false)
                        .evidence()
                        .tests())
                .isEqualTo(1);
    }

    @Test
    void aTaskThatNamesTheVariableGetsTheUsersOwn() throws Exception {
        environment = List.of("CI");

        assertThat(run("test \"$CI\" = buildkite").evidence().satisfied()).isTrue();
    }

    @Test
    void setupAndChecksGetTheVariablesThatATaskNamesAndNoOther() throws Exception {
        environment = List.of("FEATURE", "NOT_THERE");
        String command = "test \"$FEATURE\" = on && test -z \"$NOT_THERE$DATABASE_URL$API_KEY\"";

        assertThat(runner().setup(new SetupSpec(command, Duration.ofMinutes(1)), place(), () -> false))
                .isEmpty();
        assertThat(run(command).evidence().satisfied()).isTrue();
        assertThat(runner().unset(environment)).containsExactly("NOT_THERE");
    }

    @Test
    void toolsBelowTheUsersHomeAreFoundAlthoughHomeIsPrivate() throws Exception {
        Path home = root.resolve("user");
        Path tool = Files.createDirectories(home.resolve(".rbenv/shims")).resolve("gate");
        Files.writeString(tool, "#!/bin/sh\ntest \"$HOME\" != '%s' && echo found".formatted(home));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Map<String, String> own = new HashMap<>(OWN);
        own.put("HOME", home.toString());
        CheckSpec check = new CheckSpec("c", "$RBENV_ROOT/shims/gate", Duration.ofMinutes(1), Must.PASS, 0, null);

        assertThat(runner(own)
                        .run(check, place(), TestReport.NONE, () -> false)
                        .evidence()
                        .satisfied())
                .isTrue();
        assertThat(stored.getLast()).isEqualTo("found\n");
    }

    @Test
    void passwordsInTheValuesOfNamedVariablesAreRedacted() throws Exception {
        environment = List.of("DATABASE_URL", "API_KEY");
        String print = "echo url $DATABASE_URL key $API_KEY; echo ${DATABASE_URL#*app:} | cut -d@ -f1; false";

        assertThat(run(print).evidence().excerpt())
                .doesNotContain("geheim-4711")
                .doesNotContain("sk-12345678");
        assertThat(stored.getLast()).contains("[redacted]").doesNotContain("geheim-4711");
        assertThat(runner().setup(new SetupSpec(print, Duration.ofMinutes(1)), place(), () -> false))
                .contains("[redacted]")
                .doesNotContain("geheim-4711");
    }

    @Test
    void aPathToLoadCodeFromNeverLeadsIntoTheWorkspace() throws Exception {
        environment = List.of("PYTHONPATH");

        assertThat(run("case $PYTHONPATH in */guard:/opt/modules) ;; *) echo $PYTHONPATH; false;; esac")
                        .evidence()
                        .satisfied())
                .isTrue();
    }

    @Test
    void aCheckEndsAtItsTimeout() throws Exception {
        CheckSpec check = new CheckSpec("c", "sleep 60", Duration.ofMillis(300), Must.PASS, 0, null);
        CheckEvidence evidence =
                runner().run(check, place(), TestReport.NONE, () -> false).evidence();

        assertThat(evidence.state()).isEqualTo(CheckState.TIMED_OUT);
        assertThat(evidence.satisfied()).isFalse();
        assertThat(evidence.exitCode()).isNull();
        assertThat(evidence.reason()).isEqualTo("ran longer than its timeout of 0.3s");
    }

    @Test
    void aSetupCommandThatTimesOutIsNamedWithItsLimitAndTheNextStep() throws Exception {
        SetupSpec slow = new SetupSpec("echo fetching; sleep 60", Duration.ofMillis(300));

        assertThat(runner().setup(slow, place(), () -> false))
                .isEqualTo(
                        "setup 'echo fetching; sleep 60' ran longer than 0.3s; give it more with 'timeout' under 'setup'"
                                + " in the task file: fetching");
    }

    @Test
    void cancellationEndsTheRunningCheck() {
        CheckSpec check = new CheckSpec("c", "sleep 60", Duration.ofMinutes(1), Must.PASS, 0, null);

        assertThatThrownBy(() -> runner().run(check, place(), TestReport.NONE, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aCheckEndedByANewerAttemptIsNoResult() {
        CheckSpec check = new CheckSpec("c", "touch over; kill -9 $$", Duration.ofMinutes(1), Must.PASS, 0, null);

        assertThatThrownBy(
                        () -> runner().run(check, place(), TestReport.NONE, () -> Files.exists(work.resolve("over"))))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aCheckThatIsGreenOnARetryIsReportedAsFlaky() throws Exception {
        CheckSpec check = new CheckSpec(
                "c", "test -e again || { touch again; exit 1; }", Duration.ofMinutes(1), Must.PASS, 1, null);
        CheckEvidence evidence =
                runner().run(check, place(), TestReport.NONE, () -> false).evidence();

        assertThat(evidence.state()).isEqualTo(CheckState.FLAKY);
        assertThat(evidence.satisfied()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ln -s ../../outside.xml r/report.xml",
                "rm -r r; ln -s ../outside r",
                "mkfifo r/report.xml",
                "truncate -s 1T r/report.xml",
                "mkdir r/report.xml",
                "ln -s /dev/zero r/report.xml"
            })
    @Timeout(60)
    void onlyReportsThatAreFilesOfTheWorkspaceAreRead(String trap) throws Exception {
        String report = "<testsuite><testcase name='outside'/></testsuite>";
        Files.writeString(Files.createDirectories(root.resolve("outside")).resolve("report.xml"), report);
        Files.writeString(root.resolve("outside.xml"), report);
        CheckSpec check =
                new CheckSpec("c", "mkdir -p r; " + trap, Duration.ofMinutes(1), Must.PASS, 0, "r/report.xml");

        CheckResult result = runner().run(check, place(), TestReport.NONE, () -> false);

        assertThat(result.report().tests()).isEmpty();
        assertThat(root.resolve("outside/report.xml")).exists();
    }

    @Test
    void hugeAndBinaryOutputIsBoundedAndReadable() throws Exception {
        CheckEvidence evidence =
                run("head -c 30000000 /dev/zero; yes x | head -c 20000000; printf '\\033[31mend\\033[0m'; exit 1")
                        .evidence();

        assertThat(stored.getLast().length()).isLessThan(5 << 20);
        assertThat(stored.getLast()).contains("bytes left out");
        assertThat(evidence.excerpt()).endsWith("end").doesNotContain("\u0000").doesNotContain("\u001B");
        assertThat(evidence.excerpt().length()).isLessThanOrEqualTo(CheckEvidence.MAX_EXCERPT);
    }

    @Test
    void checksHaveAPrivateHomeAndNoSearchPathIntoTheWorkspace() throws Exception {
        run("echo \"home=$HOME path=$PATH opts=$NODE_OPTIONS$MAVEN_OPTS key=$API_KEY\"");

        assertThat(stored.getLast())
                .contains("home=" + root.resolve("scratch/home"))
                .doesNotContain("relative")
                .contains("exitguard.cjs\" key=\n");
    }

    @Test
    void aRunFindsNothingThatAnEarlierOneLeftInItsHome() throws Exception {
        run("touch $HOME/left $TMPDIR/left");

        assertThat(run("test ! -e $HOME/left && test ! -e $TMPDIR/left")
                        .evidence()
                        .satisfied())
                .isTrue();
    }

    @Test
    void secretsInOutputAreNotStored() throws Exception {
        run("echo token sk-12345678");

        assertThat(stored.getLast()).doesNotContain("sk-12345678");
    }

    @Test
    void pytestReportsEachTestWhateverItPrints() throws Exception {
        Files.writeString(work.resolve("test_a.py"), "def test_ok(): pass\ndef test_bad(): assert False\n");
        CheckResult result = run("python3 -m pytest -q");

        assertThat(result.report().tests())
                .containsEntry("test_a.test_ok", TestStatus.PASSED)
                .containsEntry("test_a.test_bad", TestStatus.FAILED);
        assertThat(result.evidence().failures()).containsExactly("test_a.test_bad");
        assertThat(work.resolve(".pytest_cache")).doesNotExist();
        assertThat(work.resolve("__pycache__")).doesNotExist();
    }

    @Test
    void pythonUsesTheCompiledLibraryOfItsInstallation() throws Exception {
        Files.writeString(work.resolve("mine.py"), "");
        run("python3 -c 'import json, mine; print(json.__spec__.cached); print(mine.__spec__.cached)'");

        List<String> compiled = stored.getLast().lines().toList();
        assertThat(compiled.getFirst()).contains("/json/__pycache__/").doesNotStartWith(root.toString());
        assertThat(compiled.get(1)).startsWith(root.resolve("scratch").toString());
    }

    @Test
    void compiledCodeThatAnAgentLeftIsNotRun() throws Exception {
        Files.writeString(work.resolve("answer.py"), "VALUE = 42\n");
        Files.writeString(root.resolve("plant.py"), """
                import py_compile, sys
                py_compile.compile(
                    sys.argv[1], sys.argv[2], invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
                """);
        Files.writeString(root.resolve("answer.py"), "VALUE = 13\n");
        String tag = run("python3 -c 'import sys; print(sys.implementation.cache_tag)'")
                        .evidence()
                        .satisfied()
                ? stored.getLast().strip()
                : "";
        Path planted = Files.createDirectories(work.resolve("__pycache__")).resolve("answer." + tag + ".pyc");
        run("python3 %s %s '%s'".formatted(root.resolve("plant.py"), root.resolve("answer.py"), planted));
        assertThat(planted).exists();

        run("python3 -c 'import answer; print(answer.VALUE)'");

        assertThat(stored.getLast()).isEqualToIgnoringNewLines("42");
    }

    @Test
    void testNamesDoNotContainTheDirectory() throws Exception {
        Files.writeString(work.resolve("plain.test.js"), "require('node:assert').strictEqual(0, 5);");

        assertThat(run("node --test").evidence().failures()).containsExactly("plain.test.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assert calc.add(2, 3) == 5\nassert calc.add(7, 1) == 50",
                "assert calc.add(7, 1) == 50",
                "for a in (7, 8):\n    calc.add(a, 1)",
                "def test():\n    calc.add(7, 1)\n    assert calc.add(2, 2) == 50\n\nif __name__ == '__main__':\n    test()",
                "if True:\n    calc.add(7, 1)\n    print('more')"
            })
    void codeThatExitsBeforeTheLastStatementOfACheckIsRefused(String check) throws Exception {
        Files.writeString(
                work.resolve("calc.py"),
                "import sys\n\ndef add(a, b):\n    if a == 7:\n        sys.exit(0)\n    return a + b\n");
        Files.writeString(work.resolve("check.py"), "import calc\n" + check + "\n");

        CheckEvidence evidence = run("python3 check.py").evidence();

        assertThat(evidence.exitCode()).as(evidence.excerpt()).isEqualTo(97);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli.main()",
                "if __name__ == '__main__':\n    sys.exit(cli.main())",
                "try:\n    cli.main()\nexcept SystemExit as end:\n    assert end.code == 0\nprint('after')",
                "sys.exit(0)\nprint('never')",
                "import argparse\nargparse.ArgumentParser().parse_args(['--help'])\nprint('never')",
                "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        with self.assertRaises(SystemExit):\n"
                        + "            cli.main()\nunittest.main()"
            })
    void aPythonProgramMayExit(String program) throws Exception {
        Files.writeString(work.resolve("cli.py"), "import sys\n\ndef main():\n    print('done')\n    sys.exit(0)\n");
        Files.writeString(work.resolve("program.py"), "import cli, sys\n" + program + "\n");

        CheckEvidence evidence = run("python3 program.py").evidence();

        assertThat(evidence.satisfied()).as(evidence.excerpt()).isTrue();
    }

    @Test
    void aRunOfMakeThatMadeNothingIsNotGreen() throws Exception {
        Files.writeString(
                work.resolve("Makefile"), "test:\n\tfalse\nsuite:\n\tfalse\ncalc: calc.c\n\tcp calc.c calc\n");
        Files.writeString(work.resolve("calc.c"), "");
        Files.writeString(work.resolve("calc"), "");
        Files.writeString(work.resolve("test"), "");
        Files.createDirectories(work.resolve("suite"));

        assertThat(run("make test").evidence().reason())
                .isEqualTo("make ran nothing, since 'test' in the workspace has the name of its target");
        assertThat(run("make suite").evidence().satisfied()).isFalse();
        assertThat(run("make calc").evidence().satisfied()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function main() {}\nmain(); process.exit(0);",
                "process.exit();",
                "process.exitCode = 0; process.exit();",
                "process.reallyExit(0);",
                "(() => { process.exit(0); })();",
                "require('./more.js');",
                "process.on('uncaughtException', () => process.exit(0)); exports.add = 1;"
            })
    void aModuleThatExitsWithCodeZeroUnderItsTestsIsRefused(String code) throws Exception {
        Files.writeString(work.resolve("index.js"), code);
        Files.writeString(work.resolve("more.js"), "process.exit(0);");
        Files.writeString(
                work.resolve("t.js"),
                "const { add } = require('./index.js');\nif (add(2, 3) !== 5) throw new Error();");
        Files.writeString(
                work.resolve("t.mjs"),
                "import index from './index.js';\nif (index.add(2, 3) !== 5) throw new Error();");

        for (String command :
                List.of("node t.js", "node ./t", "node t.mjs", "node -e \"require('./t.js')\"", "node --test t.js")) {
            CheckEvidence evidence = run(command).evidence();
            assertThat(evidence.satisfied())
                    .as(command + "\n" + evidence.excerpt())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.log('ok'); process.exit(0);",
                "require('./cli.js').run();",
                "require('./harness.js').done();",
                "setTimeout(() => process.exit(0), 10);",
                "import('./harness.js').then(harness => harness.default.done());",
                "const c = require('child_process'); process.exit(c.spawnSync(process.execPath, ['exits.js']).status);",
                "if (!process.env.NODE_OPTIONS.includes('guard')) process.exit(1); console.log('ok');"
            })
    void aProgramMayExit(String code) throws Exception {
        Files.writeString(work.resolve("main.js"), code);
        Files.writeString(work.resolve("cli.js"), "exports.run = () => process.exit(0);");
        Files.writeString(work.resolve("harness.js"), "exports.done = () => setImmediate(() => process.exit(0));");
        Files.writeString(work.resolve("exits.js"), "require('./at-import.js');");
        Files.writeString(work.resolve("at-import.js"), "process.exit(0);");

        CheckEvidence evidence = run("node main.js").evidence();

        assertThat(evidence.satisfied()).as(evidence.excerpt()).isTrue();
    }

    @Test
    void aReportFromBeforeTheRunIsNoResult() throws Exception {
        Files.writeString(work.resolve("old.xml"), "<testsuite><testcase name='a'/></testsuite>");
        CheckSpec check = new CheckSpec("c", "true", Duration.ofMinutes(1), Must.PASS, 0, "*.xml");

        assertThat(runner().run(check, place(), TestReport.NONE, () -> false)
                        .report()
                        .recognised())
                .isFalse();
    }

    @Test
    void aReportFileCannotReadOtherFiles() throws Exception {
        Files.writeString(root.resolve("secret"), "hidden");
        String xml = "<!DOCTYPE t [<!ENTITY s SYSTEM \"file://%s\">]><testsuite><testcase name=\"&s;\"/></testsuite>"
                .formatted(root.resolve("secret"));
        Files.writeString(work.resolve("made.txt"), xml);
        CheckSpec check = new CheckSpec("c", "cp made.txt made.xml", Duration.ofMinutes(1), Must.PASS, 0, "*.xml");
        CheckResult result = runner().run(check, place(), TestReport.NONE, () -> false);

        assertThat(result.report().tests().keySet()).noneMatch(name -> name.contains("hidden"));
        assertThat(result.report().complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os; os._exit(0)",
                "import sys; sys.exit(0)",
                "raise SystemExit",
                "import atexit, os; atexit.register(lambda: os._exit(0)); add = lambda a, b: 0",
                "import os; os.execv('/bin/true', ['true'])",
                "import posix; posix._exit(0)"
            })
    void codeUnderTestCannotEndAPlainCommandInGreen(String code) throws Exception {
        Files.writeString(work.resolve("calc.py"), code + "\n");

        assertThat(run("python3 -c 'import calc; assert calc.add(1, 2) == 3'")
                        .evidence()
                        .satisfied())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "exit!(true)",
                "raise SystemExit",
                "[1].each { exit }",
                "Process.exec('true')",
                "at_exit { exit 0 }",
                "at_exit { exit!(0) }",
                "END { exit 0 }",
                "trap('EXIT') { exit!(0) }",
                "module Calc; def self.add(a, b) = exit(0); end",
                "module Calc; def self.add(a, b); exit 0 if a == 7; 5; end; end",
                "class Integer; def ==(other) = true; end; module Calc; def self.add(a, b) = 0; end",
                "module Kernel; def raise(*) = nil; end; module Calc; def self.add(a, b) = 0; end"
            })
    void aFileOfRubyThatEndsItsTestsInGreenIsRefused(String code) throws Exception {
        assumeInstalled("ruby");
        Files.writeString(work.resolve("calc.rb"), code + "\n");
        Files.writeString(work.resolve("check.rb"), """
                require_relative 'calc'
                raise 'no' unless Calc.add(2, 3) == 5
                raise 'no' unless Calc.add(7, 1) == 8
                """);
        Files.writeString(work.resolve("calc_test.rb"), """
                require 'minitest/autorun'
                require_relative 'calc'
                class CalcTest < Minitest::Test
                  def test_a = assert_equal(5, Calc.add(2, 3))
                  def test_b = assert_equal(8, Calc.add(7, 1))
                end
                """);

        for (String command : List.of("ruby check.rb", "ruby calc_test.rb")) {
            CheckEvidence evidence = run(command).evidence();
            assertThat(evidence.satisfied())
                    .as(command + "\n" + evidence.excerpt())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Calc.main",
                "exit(Calc.main)",
                "begin; Calc.main; rescue SystemExit => e; raise unless e.success?; end; puts 'after'",
                "exit 0\nputs 'never'",
                "Dir.chdir('.') do\n  Calc.main\nend",
                "pid = fork { Calc.main }\nProcess.wait(pid)\nputs 'after'",
                "exec 'true'",
                "require 'minitest/autorun'\nclass T < Minitest::Test\n"
                        + "  def test_a = assert_raises(SystemExit) { Calc.main }\nend",
                "at_exit { puts 'last' }\nputs Calc.add(2, 3) == 5"
            })
    void aProgramOfRubyMayEndItself(String program) throws Exception {
        assumeInstalled("ruby");
        Files.writeString(
                work.resolve("calc.rb"), "module Calc\n  def self.add(a, b) = a + b\n  def self.main = exit(0)\nend\n");
        Files.writeString(work.resolve("program.rb"), "require_relative 'calc'\n" + program + "\n");

        CheckEvidence evidence = run("ruby program.rb").evidence();

        assertThat(evidence.satisfied()).as(evidence.excerpt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit(0);",
                "die('bye');",
                "function add($a, $b) { exit(0); }",
                "function add($a, $b) { if ($a === 7) { exit; } return 5; }",
                "register_shutdown_function(function () { exit(0); }); function add($a, $b) { return 0; }",
                "set_exception_handler(function () { exit(0); }); function add($a, $b) { return 0; }",
                "class K { function __destruct() { exit(0); } } $k = new K(); function add($a, $b) { return 0; }",
                "ini_set('zend.assertions', '0'); function add($a, $b) { return 0; }"
            })
    void aFileOfPhpThatEndsItsChecksInGreenIsRefused(String code) throws Exception {
        assumeInstalled("php");
        Files.writeString(work.resolve("calc.php"), "<?php\n" + code + "\n");
        Files.writeString(work.resolve("throws.php"), """
                <?php
                require 'calc.php';
                if (add(2, 3) !== 5) { throw new Exception('no'); }
                if (add(7, 1) !== 8) { throw new Exception('no'); }
                """);
        Files.writeString(work.resolve("exits.php"), """
                <?php
                require 'calc.php';
                if (add(2, 3) !== 5) { exit(1); }
                if (add(7, 1) !== 8) { exit(1); }
                """);
        Files.writeString(work.resolve("asserts.php"), """
                <?php
                require 'calc.php';
                assert(add(2, 3) === 5);
                assert(add(7, 1) === 8);
                """);

        for (String command : List.of("php throws.php", "php exits.php", "php -d zend.assertions=1 asserts.php")) {
            CheckEvidence evidence = run(command).evidence();
            assertThat(evidence.satisfied())
                    .as(command + "\n" + evidence.excerpt())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main();",
                "exit(main());",
                "exit(0); echo 'never';",
                "if (add(2, 3) !== 5) { exit(1); } echo 'ok';",
                "$bad = add(2, 3) === 5 ? 0 : 1; exit($bad);",
                "register_shutdown_function(function () { echo 'last'; }); echo add(2, 3);"
            })
    void aProgramOfPhpMayEndItself(String program) throws Exception {
        assumeInstalled("php");
        Files.writeString(work.resolve("calc.php"), """
                <?php
                function add($a, $b) { return $a + $b; }
                function main() { exit(0); }
                defined('ROOT') || define('ROOT', 1) || exit;
                """);
        Files.writeString(work.resolve("program.php"), "<?php\nrequire 'calc.php';\n" + program + "\n");

        CheckEvidence evidence = run("php program.php").evidence();

        assertThat(evidence.satisfied()).as(evidence.excerpt()).isTrue();
    }

    @Test
    void theGuardsAreFoundWhereverTheHostKeepsThem() throws Exception {
        assumeInstalled("ruby");
        assumeInstalled("php");
        Path odd = root.resolve("the \"host's\" $place");

        CheckEvidence evidence = runner().run(
                        new CheckSpec(
                                "c",
                                "ruby -e 'exit PawlExitGuard.is_a?(Module)' && echo '<?php exit(class_exists(\"Pawl\\ExitGuard\") ? 0 : 1);' > x.php && php x.php",
                                Duration.ofMinutes(1),
                                Must.PASS,
                                0,
                                null),
                        new CheckPlace(
                                "task/" + UUID.randomUUID(), work, "", odd, null, WriteProtection.NONE, List.of()),
                        TestReport.NONE,
                        () -> false)
                .evidence();

        assertThat(evidence.satisfied()).as(evidence.excerpt()).isTrue();
    }

    private static void assumeInstalled(String program) {
        assumeThat(List.of(System.getenv("PATH").split(":")))
                .as("%s is installed", program)
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private CheckResult run(String command) throws Exception {
        CheckSpec check = new CheckSpec("c", command, Duration.ofMinutes(1), Must.PASS, 0, null);
        return runner().run(check, place(), TestReport.NONE, () -> false);
    }

    private CheckPlace place() {
        return new CheckPlace(
                "task/" + UUID.randomUUID(),
                work,
                within,
                root.resolve("scratch"),
                null,
                WriteProtection.NONE,
                environment);
    }

    private CheckRunner runner() {
        return runner(OWN);
    }

    private CheckRunner runner(Map<String, String> own) {
        return new CheckRunner(new ProcessSupervisor(Isolation.probe()), own, Redaction.of(own), text -> {
            stored.add(text);
            return new ContentRef("0".repeat(64), text.length());
        });
    }
}
