package dev.pawl.cli.log;

import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.util.List;

/** Finds a session of a task. */
public final class SessionLookup {
    private SessionLookup() {}

    /**
     * The id of a session.
     *
     * @param prefix of it, or all of it
     * @throws CommandFailure naming the task's sessions if none or more than one matches
     */
    public static String find(Task task, String prefix) {
        List<String> matches = task.getSessionsList().stream()
                .map(Session::getId)
                .filter(id -> id.startsWith(prefix))
                .toList();
        if (matches.size() == 1) {
            return matches.getFirst();
        }
        String known = String.join(
                "\n  ", task.getSessionsList().stream().map(Session::getId).toList());
        throw new CommandFailure(
                ExitCode.USAGE,
                "%s session of the task begins with '%s'; its sessions:\n  %s"
                        .formatted(matches.isEmpty() ? "no" : "more than one", prefix, known));
    }
}
