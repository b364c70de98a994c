package dev.pawl.evidence.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.protect.TaskFiles;
import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npx tsc --noEmit|src/a.ts|// @ts-nocheck",
                "npx tsc --noEmit|src/a.tsx|  // @ts-ignore",
                "npx eslint .|src/a.js|/* eslint-disable */",
                "python3 -m mypy src|src/a.py|x = f()  # type: ignore[call-arg]",
                "ruff check|src/a.py|import os  # noqa: F401",
                "pylint src|src/a.py|# pylint: disable=all",
                "cargo clippy -- -D warnings|src/lib.rs|#![allow(clippy::all)]",
                "cargo clippy|src/lib.rs|#[allow(unused)]",
                "golangci-lint run|a.go|x() //nolint:errcheck",
                "shellcheck *.sh|a.sh|# shellcheck disable=SC2086",
                "make test|src/calc.c|#define assert(x) ((void)0)",
                "make test|include/calc.h|#define NDEBUG",
                "cargo test|src/lib.rs|macro_rules! assert_eq { ($($t:tt)*) => {} }",
                "npm test|src/a.js|assert.strictEqual = () => {};",
                "sh check.sh|lib.sh|test() { return 0; }"
            })
    void aNewSuppressionForAToolThatACheckRunsIsAFinding(String run, String path, String line) {
        assertThat(findings(TaskFiles.of(run, Map.of(path, "first\n"), Map.of(path, "first\n" + line + "\n"))))
                .singleElement()
                .matches(Finding::blocking)
                .matches(finding -> finding.detail().contains("may-change: [" + path + "]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npm test|src/a.ts|// @ts-ignore",
                "python3 -m pytest|src/a.py|import os  # noqa",
                "cargo test|src/lib.rs|#[allow(unused)]",
                "npx tsc --noEmit|src/a.ts|// checked by ts",
                "npx tsc --noEmit|README.md|Use @ts-ignore seldom",
                "npx tsc --noEmit|test/a.test.ts|// @ts-expect-error",
                "make test|src/calc.c|assert(x > 0);",
                "make test|src/calc.c|#define CHECK_BIT(x, n) ((x) & (1 << (n)))",
                "make test|src/run.sh|assert_root() { :; }"
            })
    void aSuppressionForAToolThatNoCheckRunsIsNoFinding(String run, String path, String line) {
        assertThat(findings(TaskFiles.of(run, Map.of(path, "first\n"), Map.of(path, "first\n" + line + "\n"))))
                .isEmpty();
    }

    @Test
    void aSuppressionThatMovesOrThatTheTaskAllowsIsNoFinding() {
        Map<String, String> base = Map.of("a.py", "x = f()  # type: ignore\n", "b.py", "y = 1\n");
        assertThat(findings(TaskFiles.of(
                        "mypy .", base, Map.of("a.py", "z = 1\n", "b.py", "y = 1\nx = f()  # type: ignore\n"))))
                .isEmpty();
        assertThat(findings(TaskFiles.of("mypy .", base, Map.of("b.py", "y = g()  # type: ignore\n"), "b.py")))
                .isEmpty();
    }

    private static List<Finding> findings(TaskFiles files) {
        return new Suppressions(files.files()).findings(files.base(), files.result(), files.changed());
    }
}
