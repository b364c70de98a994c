package dev.pawl.evidence.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.evidence.tree.MapTree;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExcusedTestsTest {
    private static final Map<String, String> BASE = Map.of(
            "tests/test_old.py", "def test_old():\n    pass\n\n\ndef test_both():\n    pass\n",
            "tests/test_new.py", "def test_new():\n    pass\n\n\ndef test_both():\n    pass\n",
            "src/test/java/x/OldTest.java", "class OldTest {\n    @Test\n    void adds() {}\n}\n",
            "src/test/java/x/NewTest.java", "class NewTest {\n    @Test\n    void adds() {}\n}\n",
            "calc/calc_test.go", "func TestAdd(t *testing.T) {}\n",
            "other/other_test.go", "func TestAdd(t *testing.T) {}\n",
            "a.test.js", "test('adds', () => {});\ntest('trims', () => {});\n",
            "b.test.js", "test('joins', () => {});\ntest('trims', () => {});\n");

    @Test
    void onlyTestsOfAFileThatMayBeRemovedAreExcused() {
        assertThat(without(
                        "tests/test_old.py",
                        "tests/test_old.py::test_old",
                        "tests/test_old.py::test_both",
                        "tests/test_new.py::test_new",
                        "tests/test_new.py::test_both"))
                .containsOnlyKeys("tests/test_new.py::test_new", "tests/test_new.py::test_both");
        assertThat(without("src/test/java/x/OldTest.java", "x.OldTest.adds", "x.NewTest.adds"))
                .containsOnlyKeys("x.NewTest.adds");
        assertThat(without("calc/calc_test.go", "example.com/x/calc.TestAdd", "example.com/x/other.TestAdd"))
                .containsOnlyKeys("example.com/x/other.TestAdd");
    }

    @Test
    void aTestNameWithoutAFileIsExcusedIfNoOtherFileContainsIt() {
        assertThat(without("a.test.js", "adds", "joins", "trims")).containsOnlyKeys("joins", "trims");
    }

    @Test
    void withoutNamesAsManyTestsMayBeMissingAsTheFileDeclared() {
        TestReport before = new TestReport("pytest", true, 4, 0, 0, Map.of(), false, false);
        assertThat(excused("tests/test_old.py").without(before).ran()).isEqualTo(2);
        assertThat(new ExcusedTests(new MapTree(BASE), new MapTree(BASE), Map.of())
                        .without(before)
                        .ran())
                .isEqualTo(4);
    }

    @Test
    void aRedTestThatStillExistsStaysKnownAsRed() {
        Map<String, String> after = new TreeMap<>(BASE);
        ExcusedTests excused =
                new ExcusedTests(new MapTree(BASE), new MapTree(after), Map.of("a.test.js", "a.test.js"));
        TestReport before = new TestReport("node:test", true, 1, 1, 0, Map.of("adds", TestStatus.FAILED), true, false);
        assertThat(excused.without(before).tests()).containsKey("adds");
    }

    private static Map<String, TestStatus> without(String gone, String... names) {
        Map<String, TestStatus> tests = new TreeMap<>();
        Arrays.stream(names).forEach(name -> tests.put(name, TestStatus.PASSED));
        return excused(gone)
                .without(new TestReport("runner", true, names.length, 0, 0, tests, true, false))
                .tests();
    }

    private static ExcusedTests excused(String gone) {
        Map<String, String> after = new TreeMap<>(BASE);
        after.remove(gone);
        return new ExcusedTests(new MapTree(BASE), new MapTree(after), Map.of(gone, ""));
    }
}
