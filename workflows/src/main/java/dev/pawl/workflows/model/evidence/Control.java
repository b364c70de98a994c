package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;
import java.util.List;

/**
 * Whether a check that went from red to green did so because of the work.
 *
 * @param putBack the work: paths that were put back to the base in that run, at most {@value #MAX_PATHS}
 * @param emptied new files that were emptied in one more run, since the check is always red without them
 * @param causes if confirmed, files without any one of which the check is red; if refuted, the file that makes it green
 *     without the work; empty if none was found
 * @param detail one line for people: what weakens the proof, or why there is none; may be empty
 */
public record Control(
        String check,
        ControlState state,
        List<String> putBack,
        List<String> emptied,
        List<String> causes,
        String detail) {
    public static final int MAX_PATHS = 50;
    private static final int SHOWN = 3;

    public Control {
        putBack = bounded(putBack);
        emptied = bounded(emptied);
        causes = bounded(causes);
    }

    public static Control notDone(String check, String why) {
        return new Control(check, ControlState.NOT_DONE, List.of(), List.of(), List.of(), why);
    }

    /** Everything in one line for people, agents and judges. */
    public String line() {
        String line = switch (state) {
            case CONFIRMED ->
                "check '%s' is green because of %s: red as before with %s put back to the base"
                        .formatted(check, causes.isEmpty() ? "the work" : some(causes), some(putBack));
            case REFUTED -> "check '%s' is green without the change of %s".formatted(check, some(putBack)) + maker();
            case UNCLEAR ->
                "check '%s' is red with %s put back to the base, but not as it was before"
                        .formatted(check, some(putBack));
            case NOT_DONE -> "it is not known whether check '%s' is green because of the work".formatted(check);
        };
        return detail.isEmpty() ? line : line + "; " + detail;
    }

    private String maker() {
        return causes.isEmpty() ? "" : "; it is green because of " + some(causes);
    }

    /** The first paths, for a sentence. */
    public static String some(List<String> paths) {
        String first = String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size())));
        return paths.size() > SHOWN ? "%s and %d more".formatted(first, paths.size() - SHOWN) : first;
    }

    private static List<String> bounded(List<String> paths) {
        List<String> all = Require.list(paths);
        return all.size() <= MAX_PATHS ? all : all.subList(0, MAX_PATHS);
    }
}
