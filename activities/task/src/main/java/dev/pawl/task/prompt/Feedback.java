package dev.pawl.task.prompt;

import java.util.List;

/**
 * The feedback of one iteration to the next. All of it is already redacted and bounded.
 *
 * @param state the current content of the directory, in one line; empty if nothing was assessed
 * @param unfinished why the agent's run ended early; empty if it did not
 * @param faults one line each
 * @param issues of a reviewer, quoted; empty if there are none
 */
public record Feedback(String state, String unfinished, List<String> faults, List<RedCheck> checks, String issues) {
    public Feedback {
        faults = List.copyOf(faults);
        checks = List.copyOf(checks);
    }

    /**
     * A check that does not show what it has to.
     *
     * @param result what happened, in words that follow the name
     * @param failures names of red tests on one line; empty if none is known
     * @param excerpt of the output, quoted; empty if there is none
     */
    public record RedCheck(String name, String result, String failures, String excerpt) {}
}
