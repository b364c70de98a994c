package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What evidence can show against a result besides red checks. */
public enum FindingKind {
    OUTSIDE_OWNERSHIP,
    OUTSIDE_WORKSPACE,
    PROTECTED_CHANGED,
    RUNNER_CONFIGURATION,
    GIT_DAMAGED,
    MOVED_DURING_CHECKS,
    LEFTOVER_PROCESS,
    /** Something around the workspace, by others than the agent as far as known: nothing the agent could put right. */
    CHANGED_MEANWHILE,
    HIDDEN_BY_IGNORE,
    CLEAN_CHECKOUT_DIFFERS,
    /** A check is green though the declared work was put back to the base. */
    GREEN_WITHOUT_WORK,
    UNREADABLE_RESULT;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static FindingKind of(String wire) {
        return Wire.parse(FindingKind.class, wire);
    }
}
