package dev.pawl.evidence.check;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import java.util.regex.Pattern;

/** The kind of a red result, by its state and by what runners and compilers print. */
public enum RedKind {
    TIMED_OUT,
    /** Its program or script does not exist. */
    NOT_STARTED,
    NO_TESTS,
    /** Something could not be loaded or built, so nothing was tested. */
    NOT_LOADED,
    /** As far as known, the check tested and found a wrong result. */
    FAILED;

    private static final Pattern NOTHING_TESTED =
            Pattern.compile("(?i)no tests ran|no test was run|ran 0 tests|no tests? (?:were )?found|no test specified"
                    + "|no test files|collected 0 items|no tests to run|no rule to make target");
    private static final Pattern LOADING = Pattern.compile("Cannot find (?:module|package)|MODULE_NOT_FOUND"
            + "|ERR_MODULE_NOT_FOUND|ModuleNotFoundError|ImportError|No module named|cannot find package"
            + "|is not in std|unresolved import|E0432|E0433|cannot find symbol|package \\S+ does not exist"
            + "|Can't locate \\S+ in @INC|cannot load such file|LoadError|No such file or directory|ENOENT"
            + "|can't open file|SyntaxError|IndentationError|syntax error|undefined reference"
            + "|undefined: |COMPILATION ERROR|could not compile|error TS\\d+|ERROR collecting|error: expected"
            + "|BUILD FAILED|build failed|setup failed|does not provide an export named");

    static RedKind of(CheckEvidence red) {
        Integer exitCode = red.exitCode();
        return switch (red.state()) {
            case TIMED_OUT -> TIMED_OUT;
            case NOT_STARTED -> NOT_STARTED;
            case PASSED, FLAKY, FAILED -> {
                if (exitCode != null && (exitCode == 126 || exitCode == 127)) {
                    yield NOT_STARTED;
                }
                if (NOTHING_TESTED.matcher(red.excerpt()).find()) {
                    yield NO_TESTS;
                }
                yield LOADING.matcher(red.excerpt()).find() ? NOT_LOADED : FAILED;
            }
        };
    }
}
