package dev.pawl.workflows.task;

import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.task.host.HostChoice;
import java.util.List;

/** The choices for a task whose host is lost, for tests of other packages. */
public final class HostChoices {
    private HostChoices() {}

    public static List<String> words() {
        return HostChoice.words(WorkspaceMode.ISOLATED);
    }
}
