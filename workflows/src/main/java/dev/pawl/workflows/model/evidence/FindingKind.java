package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Kinds of evidence against a result besides red checks. */
public enum FindingKind {
    OUTSIDE_OWNERSHIP,
    OUTSIDE_WORKSPACE,
    PROTECTED_CHANGED,
    RUNNER_CONFIGURATION,
    GIT_DAMAGED,
    MOVED_DURING_CHECKS,
    LEFTOVER_PROCESS,
    /** A change around the workspace, by others than the agent as far as known; the agent cannot fix it. */
    CHANGED_MEANWHILE,
    HIDDEN_BY_IGNORE,
    CLEAN_CHECKOUT_DIFFERS,
    /** The setup succeeded on the base, and fails with the result in its workspace. */
    SETUP_FAILED,
    /** A check is green although the declared work was restored to the base. */
    GREEN_WITHOUT_WORK,
    /** A check did not run, because a person skipped it; the proof is weaker. */
    CHECK_SKIPPED,
    /** A path that the task wants removed: blocking if it still exists. */
    REMOVAL,
    /** A test or check file changed as the task allows, so the proof is weaker. */
    TESTS_CHANGED,
    /** No check needs what the task declares, or it became green by itself: only a person can say what the work is. */
    WORK_NOT_NEEDED,
    /** A file of the result contains a secret value of a copied file. */
    COPIED_VALUE,
    UNREADABLE_RESULT;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static FindingKind of(String wire) {
        return Wire.parse(FindingKind.class, wire);
    }
}
