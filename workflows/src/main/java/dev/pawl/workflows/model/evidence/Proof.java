package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;
import java.util.List;

/**
 * Why a person may trust the checks of an iteration.
 *
 * @param checkFiles files that belong to the checks, at most {@value #MAX_FILES}
 * @param controls one for each check that went from red to green, if the assessment got that far
 * @param unknown what could not be found out, one line each
 */
public record Proof(List<CheckFile> checkFiles, List<Control> controls, List<String> unknown) {
    public static final int MAX_FILES = 200;
    public static final Proof NONE = new Proof(List.of(), List.of(), List.of());

    public Proof {
        checkFiles = Require.list(checkFiles);
        controls = Require.list(controls);
        unknown = Require.list(unknown);
    }
}
