package dev.pawl.cli.plandraft;

import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.Question;
import dev.pawl.cli.taskfile.TaskFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The task that drafts a plan: an ordinary one, which stops before its result would be accepted, so that the command
 * can validate the file and answer with its problems.
 */
public final class Draft {
    /** The file that the agent writes, in the top directory of its copy of the repository. */
    public static final String FILE = "pawl-plan.yaml";

    /** The first draft and two repairs. */
    public static final int ITERATIONS = 3;

    /** Bytes of the file. */
    static final int LARGEST = 1_000_000;

    /** For lists of tasks. */
    public static final String LABEL = "plan-draft";

    private static final int LONGEST_TITLE = 180;
    /** As the reasons of a question name the breakpoint. */
    private static final String REACHED = "breakpoint before-accept";

    private static final String CHECK = """
            test ! -L %1$s && test -f %1$s && test "$(wc -c < %1$s)" -le %2$d \
            || { echo '%1$s is not a regular file of at most %2$d bytes'; exit 1; }""".formatted(FILE, LARGEST);

    private Draft() {}

    /**
     * @param given the task as the defaults of the repository make it: its agents, limits and sandbox apply
     * @param repository its top directory
     */
    public static TaskFile task(TaskFile given, Path repository, String prompt) {
        TaskFile.Limits limits = given.limits();
        return TaskFile.of(given.file(), title(given.title()), prompt, given.agents())
                .continued(given.continued())
                .workspace(repository)
                .copy(given.copy())
                .sandbox(given.sandbox())
                .network(given.network())
                .allowHosts(given.allowHosts())
                .limits(new TaskFile.Limits(
                        ITERATIONS,
                        limits.turns(),
                        limits.time(),
                        limits.idle(),
                        limits.costUsd(),
                        limits.tokens(),
                        limits.onBreach()))
                .files(List.of(FILE))
                .owns(List.of(FILE))
                .checks(List.of(new TaskFile.Check("plan file", CHECK, null, "pass", 0, null, "off")))
                .verify("workspace")
                .breakpoints(List.of(Breakpoint.newBuilder()
                        .setMoment(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_ACCEPT)
                        .build()))
                .labels(List.of(LABEL))
                .personWait(given.personWait())
                .build();
    }

    private static String title(String goal) {
        StringBuilder title = new StringBuilder("Plan: ");
        goal.codePoints().limit(LONGEST_TITLE).forEach(title::appendCodePoint);
        return title.toString();
    }

    /** Whether the task asks about a file that it wrote, and nothing else. */
    public static boolean asksAboutFile(Question question) {
        return question.getReasonsList().contains(REACHED);
    }
}
