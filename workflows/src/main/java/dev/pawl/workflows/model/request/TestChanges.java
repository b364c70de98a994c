package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import java.util.List;

/**
 * Which tests and check files of the base a task may change. Such changes weaken the proof.
 *
 * @param mayChange globs and directories of files whose content and name may change
 * @param mayRemove globs and directories of files that may be removed, whole or line by line
 */
public record TestChanges(List<String> mayChange, List<String> mayRemove) {
    public static final TestChanges NONE = new TestChanges(List.of(), List.of());

    public TestChanges {
        mayChange = RelativePaths.checked(Require.list(mayChange), "tests.may-change");
        mayRemove = RelativePaths.checked(Require.list(mayRemove), "tests.may-remove");
    }
}
