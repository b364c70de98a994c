package dev.pawl.chaos.matrix;

import dev.pawl.chaos.work.Step;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Permitted differences from the undisturbed run of the same task.
 *
 * @param status the task's end; absent means as undisturbed
 * @param lostAtLeast additional sessions
 * @param lostAs how interrupted sessions may have ended
 * @param iterations additional iterations, at most
 * @param again additional starts of each step, at most
 * @param whole false if the task was ended before its work was done
 */
record Expectation(
        @Nullable String status,
        int lostAtLeast,
        int lostAtMost,
        Set<String> lostAs,
        int iterations,
        Map<Step, Integer> again,
        boolean whole) {

    /** For a step on a host. */
    private static final int ATTEMPTS = 12;

    static Expectation of(Fault fault, Moment moment) {
        int open = moment.sessionOpen() ? 1 : 0;
        Step underWay = moment.underWay();
        return switch (fault.loss()) {
            case NOTHING, WRITES -> same(0, 0, null);
            case ATTEMPTS -> fault.attemptsGoOn() ? goingOn(moment) : same(open, open, underWay);
            case PERHAPS_ATTEMPTS -> perhaps(moment);
            case AGENT_RUN -> new Expectation(null, 1, 1, Set.of("failed"), 1, once(Step.AGENT), true);
            case SPACE -> space();
            case CANCELLED -> ended(moment, "cancelled", Set.of("cancelled", "abandoned"));
            case TERMINATED -> ended(moment, "failed", Set.of("abandoned", "failed"));
        };
    }

    /** A surviving attempt still takes its next steps, before it learns that its result is not wanted. */
    private static Expectation goingOn(Moment moment) {
        return switch (moment) {
            case BEFORE_SESSION_ROW -> same(0, 1, Step.AGENT);
            case BEFORE_PROCESS -> same(1, 1, Step.AGENT);
            default -> same(moment.sessionOpen() ? 1 : 0, moment.sessionOpen() ? 1 : 0, moment.underWay());
        };
    }

    private static Expectation same(int lostAtLeast, int lostAtMost, @Nullable Step again) {
        return new Expectation(null, lostAtLeast, lostAtMost, Set.of("abandoned", "failed"), 0, once(again), true);
    }

    /** A step that cannot write is started again and again; an agent that cannot has a poor result. */
    private static Expectation space() {
        return new Expectation(
                null,
                0,
                ATTEMPTS,
                Set.of("failed"),
                1,
                Stream.of(Step.values()).collect(Collectors.toMap(Function.identity(), step -> ATTEMPTS)),
                true);
    }

    /**
     * The running activity ends, with all its steps, while its result cannot be reported; if that comes too late, it is
     * retried.
     */
    private static Expectation perhaps(Moment moment) {
        return switch (moment) {
            case BEFORE_SESSION_ROW, BEFORE_PROCESS, AGENT_RUNNING, BEFORE_CLOSE ->
                new Expectation(null, 0, 1, Set.of("abandoned", "failed", "completed"), 0, once(Step.AGENT), true);
            case IN_SNAPSHOT, IN_CHECKS ->
                // The negative control runs the check without the work, as the baseline did, and with a new file
                // emptied.
                new Expectation(null, 0, 0, Set.of(), 0, Map.of(Step.CHECK, 1, Step.VERIFY, 1, Step.BASELINE, 2), true);
            case IN_PREPARATION, IN_JUDGE, IN_DECISION, IN_FINISH, WAITING, PARKED -> same(0, 0, moment.underWay());
        };
    }

    private static Map<Step, Integer> once(@Nullable Step step) {
        return step == null ? Map.of() : Map.of(step, 1);
    }

    /** In finish the outcome is already written, and the first one stays. */
    private static Expectation ended(Moment moment, String status, Set<String> lostAs) {
        return moment == Moment.IN_FINISH
                ? same(0, 0, null)
                : new Expectation(
                        status,
                        0,
                        moment.sessionOpen() || moment == Moment.BEFORE_SESSION_ROW ? 1 : 0,
                        lostAs,
                        0,
                        Map.of(),
                        false);
    }
}
