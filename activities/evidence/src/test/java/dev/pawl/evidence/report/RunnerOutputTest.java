package dev.pawl.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerOutputTest {
    @Test
    void pytestNamesWhatFailedAndCountsTheRest() {
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
    void aRedFileOfNodeHasLostItsTests() {
        TestReport before = RunnerOutput.of("""
                not ok 1 - /checkout/calc.test.mjs
                # tests 1
                # fail 1
                """);

        assertThat(before.tests()).containsExactly(Map.entry("/checkout/calc.test.mjs", TestStatus.BROKEN));
    }

    @Test
    void nodeRunnersAreToldApart() {
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
}
