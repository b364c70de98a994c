package dev.pawl.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerOutputTest {
    @Test
    void pytestNamesFailuresAndCountsTheRest() {
        TestReport report = RunnerOutput.of("""
                .Fs.                                              [100%]
                =========================== short test summary info ============================
                FAILED test_a.py::test_bad - assert 1 == 2
                1 failed, 2 passed, 1 skipped in 0.02s
                """);

        assertThat(report.runner()).isEqualTo("pytest");
        assertThat(report.complete()).isTrue();
        assertThat(report.ran()).isEqualTo(3);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.red()).containsExactly("test_a.py::test_bad");
    }

    @Test
    void pytestThatStoppedWhileCollectingIsNotComplete() {
        TestReport report = RunnerOutput.of("""
                ERROR test_b.py
                !!!!!!!!!!!!!!!!!!!! Interrupted: 1 error during collection !!!!!!!!!!!!!!!!!!!!
                1 error in 0.16s
                """);

        assertThat(report.complete()).isFalse();
        assertThat(report.tests()).containsEntry("test_b.py", TestStatus.BROKEN);
    }

    @Test
    void verbosePytestNamesEveryTest() {
        TestReport report = RunnerOutput.of("""
                test_a.py::test_ok PASSED                       [ 50%]
                test_a.py::test_x[1-2] SKIPPED (why)            [100%]
                ============ 1 passed, 1 skipped in 0.01s =============
                """);

        assertThat(report.tests())
                .containsEntry("test_a.py::test_ok", TestStatus.PASSED)
                .containsEntry("test_a.py::test_x[1-2]", TestStatus.SKIPPED);
        assertThat(report.named()).isTrue();
    }

    @Test
    void unittestIsCompleteOnlyWithItsVerdict() {
        String run = """
                FAIL: test_m (t.TestX.test_m)
                ERROR: test_b (unittest.loader._FailedTest.test_b)
                Ran 4 tests in 0.000s

                """;
        TestReport whole = RunnerOutput.of(run + "FAILED (failures=1, errors=1, skipped=1)\n");

        assertThat(whole.complete()).isTrue();
        assertThat(whole.ran()).isEqualTo(3);
        assertThat(whole.tests())
                .containsEntry("t.TestX.test_m", TestStatus.FAILED)
                .containsEntry("test_b", TestStatus.BROKEN);
        assertThat(RunnerOutput.of(run).complete()).isFalse();
    }

    @Test
    void goNamesPackagesAndFailedTests() {
        TestReport report = RunnerOutput.of("""
                --- FAIL: TestAdd (0.00s)
                    a_test.go:5: no
                FAIL
                FAIL\texample.com/a\t0.002s
                ok  \texample.com/b\t0.001s
                ?   \texample.com/c\t[no test files]
                FAIL
                """);

        assertThat(report.complete()).isTrue();
        assertThat(report.ran()).isEqualTo(2);
        assertThat(report.red()).containsExactly("example.com/a", "example.com/a.TestAdd");
        assertThat(report.named()).isFalse();
    }

    @Test
    void cargoNeedsAResultForEachStartedBinary() {
        String one = """
                     Running unittests src/lib.rs (target/debug/deps/a-1)

                running 2 tests
                test tests::a ... ok
                test tests::b ... FAILED
                """;
        TestReport whole = RunnerOutput.of(
                one + "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n");

        assertThat(whole.complete()).isTrue();
        assertThat(whole.red()).containsExactly("src/lib.rs tests::b");
        assertThat(RunnerOutput.of(one).complete()).isFalse();
    }

    @Test
    void surefireAddsUpItsModules() {
        TestReport report = RunnerOutput.of("""
                [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in a.ATest
                [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0
                [ERROR] b.BTest.fails -- Time elapsed: 0.01 s <<< FAILURE!
                [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 1
                [INFO] BUILD FAILURE
                """);

        assertThat(report.ran()).isEqualTo(4);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.red()).containsExactly("b.BTest.fails");
    }

    @Test
    void anExampleInACommentIsNamedWithoutItsLine() {
        TestReport before = RunnerOutput.of("""
                   Doc-tests calc
                running 3 tests
                test src/lib.rs - add (line 3) ... FAILED
                test src/lib.rs - add (line 9) ... ok
                test src/lib.rs - Sum<T>::of (line 12) - compile ... ok
                test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out
                """);

        assertThat(before.tests())
                .containsOnlyKeys(
                        "doc calc src/lib.rs - add",
                        "doc calc src/lib.rs - add #2",
                        "doc calc src/lib.rs - Sum<T>::of");
        assertThat(before.red()).containsExactly("doc calc src/lib.rs - add");
    }

    @Test
    void aRedFileOfNodeCountsAsNotLoaded() {
        TestReport before = RunnerOutput.of("""
                not ok 1 - /checkout/calc.test.mjs
                # tests 1
                # fail 1
                """);

        assertThat(before.tests()).containsExactly(Map.entry("/checkout/calc.test.mjs", TestStatus.BROKEN));
    }

    @Test
    void nodeRunnersAreDistinguished() {
        TestReport node = RunnerOutput.of(
                "✔ one (1.2ms)\n✖ two (1.0ms)\nℹ tests 2\nℹ suites 0\nℹ pass 1\nℹ fail 1\nℹ skipped 0\n");
        TestReport tap = RunnerOutput.of("ok 1 - one\nnot ok 2 - two\n1..2\n# tests 2\n# pass 1\n# fail 1\n");
        TestReport jest = RunnerOutput.of("  ● sum › adds\nTests:       1 failed, 2 passed, 3 total\n");
        TestReport mocha = RunnerOutput.of("    ✔ adds\n    1) divides\n\n  1 passing (5ms)\n  1 failing\n");

        assertThat(node.runner()).isEqualTo("node:test");
        assertThat(node.red()).containsExactly("two");
        assertThat(tap.red()).containsExactly("two");
        assertThat(tap.failed()).isEqualTo(1);
        assertThat(jest.runner()).isEqualTo("jest");
        assertThat(jest.ran()).isEqualTo(3);
        assertThat(mocha.runner()).isEqualTo("mocha");
        assertThat(mocha.red()).containsExactly("divides");
    }

    @Test
    void coloursAndControlCharactersChangeNothing() {
        TestReport report =
                RunnerOutput.of("\u001B[32m\u001B[1m3 passed\u001B[0m\u001B[32m in 0.01s\u001B[0m\u0000\r\n");

        assertThat(report.runner()).isEqualTo("pytest");
        assertThat(report.ran()).isEqualTo(3);
    }

    @Test
    void otherOutputIsNoReport() {
        assertThat(RunnerOutput.of("all good, 100 % done\nOK\n").recognised()).isFalse();
    }

    @Test
    void eventsOfGoGiveTheSameReportAsItsLines() {
        TestReport report = RunnerOutput.of("""
                {"Time":"2026-01-01T00:00:00Z","Action":"start","Package":"x/a"}
                {"Action":"run","Package":"x/a","Test":"TestAdd"}
                {"Action":"output","Package":"x/a","Test":"TestAdd","Output":"--- FAIL: TestAdd (0.00s)\\n"}
                {"Action":"fail","Package":"x/a","Test":"TestAdd","Elapsed":0}
                {"Action":"run","Package":"x/a","Test":"TestSub"}
                {"Action":"pass","Package":"x/a","Test":"TestSub","Elapsed":0}
                {"Action":"fail","Package":"x/a","Elapsed":0.002}
                {"Action":"start","Package":"x/c"}
                {"Action":"skip","Package":"x/c","Elapsed":0}
                {"Action":"start","Package":"x/d"}
                {"Action":"fail","Package":"x/d","Elapsed":0,"FailedBuild":"x/d"}
                """);

        assertThat(report.runner()).isEqualTo("go test");
        assertThat(report.complete()).isTrue();
        assertThat(report.named()).isTrue();
        assertThat(report.tests())
                .containsEntry("x/a.TestAdd", TestStatus.FAILED)
                .containsEntry("x/a.TestSub", TestStatus.PASSED)
                .containsEntry("x/d", TestStatus.BROKEN);
    }

    @Test
    void aTestProgramOfGoThatEndsBeforeItsFirstTestRunsNone() {
        TestReport events = RunnerOutput.of("""
                {"Action":"start","Package":"x/a"}
                {"Action":"output","Package":"x/a","Output":"ok  \\tx/a\\t0.003s\\n"}
                {"Action":"pass","Package":"x/a","Elapsed":0.003}
                """);
        TestReport lines = RunnerOutput.of(
                "=== RUN   TestB\n--- PASS: TestB (0.00s)\nPASS\nok  \tx/b\t0.004s\nok  \tx/a\t0.003s\n");

        assertThat(events.ran()).isZero();
        assertThat(events.complete()).isFalse();
        assertThat(lines.complete()).isFalse();
        assertThat(lines.tests()).containsEntry("x/a", TestStatus.BROKEN);
    }

    @Test
    void tapIsCompleteOnlyIfItsPlanIsKept() {
        TestReport whole = RunnerOutput.of("1..3\nok 1 adds\nnot ok 2 - subtracts\nok 3 # skip no host\n");
        TestReport cut = RunnerOutput.of("1..3\nok 1 adds\n");

        assertThat(whole.complete()).isTrue();
        assertThat(whole.ran()).isEqualTo(2);
        assertThat(whole.failed()).isEqualTo(1);
        assertThat(whole.red()).containsExactly("subtracts");
        assertThat(cut.complete()).isFalse();
        assertThat(RunnerOutput.of("ok 1 adds\n1..1\nok 1 more\n1..1\n").ran()).isEqualTo(2);
    }

    @Test
    void proveIsCompleteOnlyWithItsResult() {
        TestReport red = RunnerOutput.of("""
                #   Failed test 'adds'
                t/calc.t ..
                Dubious, test returned 1 (wstat 256, 0x100)
                Failed 1/2 subtests
                t/more.t .. ok

                Test Summary Report
                -------------------
                t/calc.t (Wstat: 256 (exited 1) Tests: 2 Failed: 1)
                  Failed test:  1
                Files=2, Tests=3,  0 wallclock secs ( 0.01 usr +  0.00 sys =  0.01 CPU)
                Result: FAIL
                """);

        assertThat(red.runner()).isEqualTo("prove");
        assertThat(red.complete()).isTrue();
        assertThat(red.ran()).isEqualTo(3);
        assertThat(red.failed()).isEqualTo(1);
        assertThat(red.red()).containsExactly("t/calc.t");
        assertThat(RunnerOutput.of("Files=0, Tests=0,  0 wallclock secs\nResult: NOTESTS\n")
                        .ran())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rspec         | 5 examples, 1 failure, 1 pending                                            | 4 | 1
            minitest      | 4 runs, 9 assertions, 1 failures, 1 errors, 1 skips                         | 3 | 2
            phpunit       | OK (3 tests, 7 assertions)                                                  | 3 | 0
            phpunit       | Tests: 5, Assertions: 6, Errors: 1, Failures: 1, Skipped: 1.                | 4 | 2
            dotnet test   | Failed!  - Failed:     1, Passed:     2, Skipped:     1, Total:     4, Duration: 9 ms - a.dll (net8.0) | 3 | 1
            dotnet test   | Test summary: total: 4, failed: 1, succeeded: 2, skipped: 1, duration: 1.5s | 3 | 1
            cargo nextest | Summary [   0.006s] 3 tests run: 2 passed, 1 failed, 0 skipped              | 3 | 1
            bats          | 3 tests, 1 failure                                                          | 3 | 1
            """)
    void closingCountsOfRunnersAreRead(String runner, String line, int ran, int failed) {
        TestReport report = RunnerOutput.of(line + "\n");

        assertThat(report.runner()).isEqualTo(runner);
        assertThat(report.complete()).isTrue();
        assertThat(report.ran()).isEqualTo(ran);
        assertThat(report.failed()).isEqualTo(failed);
    }

    @Test
    void ctestNamesEachTest() {
        TestReport report = RunnerOutput.of("""
                    Start 1: adds
                1/2 Test #1: adds .............................   Passed    0.00 sec
                    Start 2: takes away
                2/2 Test #2: takes away .......................***Failed    0.00 sec

                50% tests passed, 1 tests failed out of 2
                """);

        assertThat(report.complete()).isTrue();
        assertThat(report.tests())
                .containsOnly(Map.entry("adds", TestStatus.PASSED), Map.entry("takes away", TestStatus.FAILED));
    }

    @Test
    void machineReadableReportsInTheOutputAreRead() {
        TestReport cargo = RunnerOutput.of("""
                { "type": "suite", "event": "started", "test_count": 2 }
                { "type": "test", "event": "started", "name": "t::a" }
                { "type": "test", "name": "t::a", "event": "ok" }
                { "type": "test", "name": "t::b", "event": "failed" }
                { "type": "suite", "event": "failed", "passed": 1, "failed": 1, "ignored": 0 }
                """);
        TestReport xml = RunnerOutput.of("""
                <?xml version="1.0" encoding="utf-8"?>
                <testsuites>
                \t<testcase name="adds" time="0.001" classname="test"/>
                \t<testcase name="subtracts" time="0.001" classname="test"><failure type="x"/></testcase>
                </testsuites>
                """);
        TestReport jest = RunnerOutput.of(
                "{\"numFailedTests\":1,\"numPassedTests\":1,\"numPendingTests\":0,\"numTodoTests\":0,\"numTotalTests\":2,"
                        + "\"testResults\":[{\"name\":\"a.test.js\",\"status\":\"failed\",\"assertionResults\":["
                        + "{\"fullName\":\"adds\",\"status\":\"passed\"},{\"fullName\":\"subs\",\"status\":\"failed\"}]}]}\n");

        assertThat(cargo.complete()).isTrue();
        assertThat(cargo.red()).containsExactly("t::b");
        assertThat(xml.ran()).isEqualTo(2);
        assertThat(xml.red()).containsExactly("test.subtracts");
        assertThat(RunnerOutput.of("<testsuites>\n<testcase name='a'/>\n").complete())
                .isFalse();
        assertThat(jest.red()).containsExactly("a.test.js > subs");
    }

    @Test
    void testsWithTheSameNameInTwoFilesStayTwo() {
        TestReport report = RunnerOutput.of("""
                ✔ trims (1.0ms)
                ✖ trims (1.0ms)
                ℹ tests 2
                ℹ fail 1

                ✖ failing tests:

                test at b.test.js:3:1
                ✖ trims (1.0ms)
                """);

        assertThat(report.tests())
                .containsExactly(Map.entry("trims", TestStatus.PASSED), Map.entry("trims #2", TestStatus.FAILED));
    }
}
