package dev.pawl.evidence.check;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import java.util.regex.Pattern;

/** Known test runners: how they are started, whether they print a summary, and what their test files look like. */
@SuppressWarnings("ImmutableEnumChecker") // A pattern and a glob are.
enum KnownRunner {
    PYTEST("\\bpy\\.?test\\b", "**/*.py"),
    UNITTEST("-m\\s+unittest\\b|^unittest\\b", "**/*.py"),
    GO("\\bgo\\s+test\\b", "**/*_test.go"),
    CARGO(
            "\\bcargo\\s+(?:\\+\\S+\\s+)?(?:test|t|nextest)\\b",
            "**/*.rs",
            Pattern.compile("#\\[(?:\\w+::)*test\\b|(?m)^\\s*//[/!]\\s*```")),
    NODE("\\bnode\\s+(?:\\S+\\s+)*--test\\b", "**/*{.,-,_}{test,spec}.{js,cjs,mjs,ts,cts,mts,jsx,tsx}"),
    JEST("(?<![\\w./-])(?:jest|vitest)\\b", "**/*.{test,spec}.{js,cjs,mjs,ts,cts,mts,jsx,tsx}"),
    MOCHA("(?<![\\w./-])_?mocha\\b", "**/{test,tests,spec}/**/*.{js,cjs,mjs,ts,cts,mts}"),
    PROVE("(?<![\\w./-])prove\\b", "**/*.t"),
    BATS("(?<![\\w./-])bats\\b", "**/*.bats"),
    MINITEST(
            "(?<![\\w./-])(?:(?:rake|rails)\\s+(?:\\S+\\s+)*test\\b|ruby\\s+(?:\\S+\\s+)*\\S*test\\S*\\.rb\\b)",
            "**/*test*.rb",
            Pattern.compile("(?m)^\\s*require\\s*\\(?\\s*[\"'](?:minitest/autorun|test/unit|rails/test_help)[\"']")),
    RSPEC("(?<![\\w./-])rspec\\b", "**/*_spec.rb"),
    PHPUNIT("\\bphpunit\\b", "**/*Test.php"),
    DOTNET("\\bdotnet\\s+test\\b", "**/*.{Tests,Test,UnitTests}/**"),
    CTEST("(?<![\\w./-])ctest\\b", "**/CMakeLists.txt", Pattern.compile("\\badd_test\\b|_discover_tests\\b")),
    MAVEN("\\bmvn[wd]?\\b.*\\b(?:test|verify|install|package|deploy)\\b", "**/src/test/**/*.{java,kt,groovy,scala}"),
    GRADLE("\\bgradlew?\\b.*\\b(?:test|check|build)\\b", "**/src/test/**/*.{java,kt,groovy,scala}");

    /** Options with which a runner runs nothing, or prints a format that Pawl does not read. */
    private static final Pattern OTHERWISE =
            Pattern.compile("--(?:no-run|collect-only|co|version|help|listTests|list|list-tests|show-only)\\b"
                    + "|--(?:no-output|no-results|teamcity)\\b"
                    + "|>|skipTests|maven\\.test\\.skip|-x\\s+test\\b|\\bctest\\b.*\\s-N\\b|-(?:v|-verbosity)[= ]q"
                    + "|(?:-R|--(?:test-)?reporters?)[= ]\\S*(?:dot|lcov|json|stream|doc|markdown|html|min|/)"
                    + "|(?:-f|--format(?:ter)?)[= ](?:json|j|html|h|junit|tap13)\\b");

    private static final int MOST_TEXTS = 2_000;

    private final Pattern command;
    private final PathGlob tests;
    private final Pattern mark;

    KnownRunner(String command, String tests) {
        this(command, tests, Pattern.compile(""));
    }

    KnownRunner(String command, String tests, Pattern mark) {
        this.command = Pattern.compile(command);
        this.tests = PathGlob.of(tests);
        this.mark = mark;
    }

    boolean startedBy(String run) {
        return command.matcher(run).find() && !OTHERWISE.matcher(run).find();
    }

    /** Whether its command starts other programs too, so that only its tests show that it is meant. */
    boolean shownByTests() {
        return this == MINITEST;
    }

    /** Whether it always prints a summary, so that a missing one shows that the run was cut short. */
    boolean summarises() {
        return this != MAVEN && this != GRADLE;
    }

    /** Whether the runner itself fails if it runs no test. */
    boolean neverEmpty() {
        return this == PYTEST || this == UNITTEST;
    }

    boolean hasTests(FileTree base) {
        return base.files().stream()
                .filter(tests::matches)
                .limit(MOST_TEXTS)
                .anyMatch(path -> mark.pattern().isEmpty()
                        || mark.matcher(base.text(path)).find());
    }
}
