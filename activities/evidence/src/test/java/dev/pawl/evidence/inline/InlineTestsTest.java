package dev.pawl.evidence.inline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.protect.TaskFiles;
import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InlineTestsTest {
    private static final String RUST = """
            /// Adds.
            ///
            /// ```
            /// assert_eq!(x::add(2, 3), 5);
            /// ```
            pub fn add(a: i32, b: i32) -> i32 {
                0
            }

            #[cfg(test)]
            mod tests {
                use super::*;

                #[test]
                fn adds() {
                    assert_eq!(add(2, 3), 5); // "}" is no end
                }
            }
            """;

    private static final String PYTHON = """
            def add(a, b):
                \"""Add.

                >>> add(2, 3)
                5
                \"""
                return 0
            """;

    private static final String VITEST = """
            export const add = (a, b) => 0

            if (import.meta.vitest) {
              const { it, expect } = import.meta.vitest
              it('adds', () => {
                expect(add(2, 3)).toBe(5)
              })
            }
            """;

    private static final String ZIG = """
            const std = @import("std");
            pub fn add(a: i32, b: i32) i32 { return 0; }
            test "adds" {
                try std.testing.expect(add(2, 3) == 5);
            }
            """;

    private static final String D = """
            int add(int a, int b) { return 0; }
            unittest
            {
                assert(add(2, 3) == 5);
            }
            """;

    private static final String ELIXIR = """
            defmodule Calc do
              @doc \"""
                  iex> Calc.add(2, 3)
                  5
              \"""
              def add(_, _), do: 0
            end
            """;

    static Stream<Arguments> changedTests() {
        return Stream.of(
                Arguments.of("cargo test", "src/lib.rs", RUST, "add(2, 3), 5); //", "add(2, 3), 0); //"),
                Arguments.of("cargo test", "src/lib.rs", RUST, "x::add(2, 3), 5)", "x::add(2, 3), 0)"),
                Arguments.of("cargo test", "src/lib.rs", RUST, "/// ```\n/// assert", "/// ```ignore\n/// assert"),
                Arguments.of("cargo test", "src/lib.rs", RUST, "    #[test]\n", "    #[test]\n    #[ignore]\n"),
                Arguments.of("python3 -m doctest calc.py", "calc.py", PYTHON, "    5\n", "    0\n"),
                Arguments.of(
                        "python3 -m pytest --doctest-modules",
                        "calc.py",
                        PYTHON,
                        ">>> add(2, 3)\n",
                        ">>> add(2, 3)  # doctest: +SKIP\n"),
                Arguments.of("npx vitest run", "src/add.ts", VITEST, "toBe(5)", "toBe(0)"),
                Arguments.of("zig build test", "src/add.zig", ZIG, "== 5", "== 0"),
                Arguments.of("dub test", "source/add.d", D, "== 5", "== 0"),
                Arguments.of("mix test", "lib/calc.ex", ELIXIR, "      5\n", "      0\n"));
    }

    @ParameterizedTest
    @MethodSource("changedTests")
    void aChangedOrRemovedTestInAProductFileIsAFinding(
            String run, String path, String text, String before, String after) {
        assertThat(text).contains(before);
        TaskFiles files = TaskFiles.declared(run, Map.of(path, text), Map.of(path, text.replace(before, after)));
        assertThat(findings(files))
                .singleElement()
                .matches(Finding::blocking)
                .matches(finding -> finding.detail().contains("may-change: [" + path + "]"));
        TaskFiles allowed =
                TaskFiles.declared(run, Map.of(path, text), Map.of(path, text.replace(before, after)), path);
        assertThat(findings(allowed)).singleElement().matches(finding -> !finding.blocking());
    }

    static Stream<Arguments> honestWork() {
        return Stream.of(
                Arguments.of("cargo test", "src/lib.rs", RUST, "    0\n}", "    a + b\n}"),
                Arguments.of(
                        "cargo test",
                        "src/lib.rs",
                        RUST,
                        "    use super::*;\n",
                        "    use super::*;\n    use std::fmt;\n\n    #[test]\n    fn more() {\n        assert_eq!(add(1, 1), 2);\n    }\n"),
                Arguments.of(
                        "cargo test",
                        "src/lib.rs",
                        RUST,
                        "assert_eq!(add(2, 3), 5);",
                        "assert_eq!(\n            add(2, 3),\n            5,\n        );"),
                Arguments.of(
                        "cargo test",
                        "src/lib.rs",
                        RUST,
                        "/// ```\npub",
                        "/// ```\n///\n/// ```\n/// assert_eq!(x::add(1, 1), 2);\n/// ```\npub"),
                Arguments.of("python3 -m doctest calc.py", "calc.py", PYTHON, "return 0", "return a + b"),
                Arguments.of(
                        "python3 -m doctest calc.py",
                        "calc.py",
                        PYTHON,
                        "    5\n",
                        "    5\n    >>> add(1, 1)\n    2\n"),
                Arguments.of("python3 -m pytest", "calc.py", PYTHON, "    5\n", "    6\n"),
                Arguments.of("npx vitest run", "src/add.ts", VITEST, "=> 0", "=> a + b"),
                Arguments.of(
                        "npx vitest run",
                        "src/add.ts",
                        VITEST,
                        "  it('adds'",
                        "  it('adds more', () => {\n    expect(add(1, 1)).toBe(2)\n  })\n  it('adds'"),
                Arguments.of("zig build test", "src/add.zig", ZIG, "return 0;", "return a + b;"),
                Arguments.of(
                        "dub test", "source/add.d", D, "{\n    assert", "{\n    assert(add(1, 1) == 2);\n    assert"),
                Arguments.of("mix test", "lib/calc.ex", ELIXIR, "def add(_, _), do: 0", "def add(a, b), do: a + b"));
    }

    @ParameterizedTest
    @MethodSource("honestWork")
    void workBesideTheTestsAndAddedTestsAreNoFinding(
            String run, String path, String text, String before, String after) {
        assertThat(text).contains(before);
        assertThat(findings(TaskFiles.declared(run, Map.of(path, text), Map.of(path, text.replace(before, after)))))
                .isEmpty();
    }

    @Test
    void testsThatMoveToAnotherFileAreNoFinding() {
        assertThat(findings(TaskFiles.declared(
                        "cargo test",
                        Map.of("src/lib.rs", RUST),
                        Map.of("src/lib.rs", "pub mod add;\n", "src/add.rs", RUST))))
                .isEmpty();
    }

    @Test
    void anExampleThatRedefinesWhatTheOthersTestIsAFinding() {
        String tricked = PYTHON.replace(">>> add(2, 3)", ">>> add = lambda a, b: 5\n    >>> add(2, 3)");
        assertThat(findings(TaskFiles.declared(
                        "python3 -m doctest calc.py", Map.of("calc.py", PYTHON), Map.of("calc.py", tricked))))
                .hasSize(1);
    }

    @Test
    void theBlocksOfTheBaseReplaceThoseOfTheResult() {
        String work = RUST.replace("    0\n", "    5\n")
                .replace(
                        "    use super::*;\n",
                        "    use super::*;\n    fn add(_: i32, _: i32) -> i32 {\n        5\n    }\n");
        TaskFiles files = TaskFiles.declared("cargo test", Map.of("src/lib.rs", RUST), Map.of("src/lib.rs", work));
        assertThat(new InlineTests(files.files(), files.base(), files.result(), files.changed()).withBaseBlocks())
                .containsExactly(Map.entry("src/lib.rs", RUST.replace("    0\n", "    5\n")));
    }

    private static List<Finding> findings(TaskFiles files) {
        return new InlineTests(files.files(), files.base(), files.result(), files.changed()).findings();
    }
}
