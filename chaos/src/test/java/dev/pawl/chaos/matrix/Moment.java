package dev.pawl.chaos.matrix;

import dev.pawl.chaos.work.Scenario;
import dev.pawl.chaos.work.Step;
import org.jspecify.annotations.Nullable;

/** Where a task is when a fault hits it, in the order of its life. */
enum Moment {
    IN_PREPARATION("in preparation", Scenario.PLAIN, false, Step.BASELINE),
    BEFORE_SESSION_ROW("before the session row", Scenario.PLAIN, false, null),
    BEFORE_PROCESS("after the row, before the process", Scenario.PLAIN, true, null),
    AGENT_RUNNING("while the agent runs", Scenario.IN_PLACE, true, Step.AGENT),
    BEFORE_CLOSE("after the agent, before the close", Scenario.PLAIN, true, Step.AGENT),
    IN_SNAPSHOT("in the snapshot", Scenario.PLAIN, false, null),
    IN_CHECKS("in the checks", Scenario.PLAIN, false, Step.CHECK),
    IN_JUDGE("in the judge", Scenario.JUDGED, false, Step.JUDGE),
    IN_DECISION("between decision and completion", Scenario.JUDGED, false, null),
    IN_FINISH("in finish", Scenario.PLAIN, false, null),
    WAITING("waiting for a person", Scenario.ASKS, false, null),
    PARKED("parked", Scenario.LIMITED, false, null);

    private final String text;
    private final Scenario scenario;
    private final boolean sessionOpen;
    private final @Nullable Step underWay;

    Moment(String text, Scenario scenario, boolean sessionOpen, @Nullable Step underWay) {
        this.text = text;
        this.scenario = scenario;
        this.sessionOpen = sessionOpen;
        this.underWay = underWay;
    }

    String text() {
        return text;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Whether a session's row is open then. */
    boolean sessionOpen() {
        return sessionOpen;
    }

    /** The step to repeat if its attempt is lost; absent if no script runs. */
    @Nullable
    Step underWay() {
        return underWay;
    }
}
