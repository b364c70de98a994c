package dev.pawl.gateway.stall;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.failure.v1.Failure;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a task makes no progress.
 *
 * @param problem one line
 * @param advice one line
 */
record Obstacle(String problem, String advice) {
    private static final int MAX_FAILURE = 500;
    private static final String REPAIR = "pawl doctor --repair records the task's outcome";
    private static final String RETRIED = "it is retried automatically; the worker's log has the whole failure";

    static Obstacle unknown() {
        return new Obstacle("the engine does not know its workflow", REPAIR);
    }

    static Obstacle ended(WorkflowExecutionStatus status) {
        String word =
                status.name().substring("WORKFLOW_EXECUTION_STATUS_".length()).toLowerCase(Locale.ROOT);
        return new Obstacle("its workflow has ended in the engine: " + word.replace('_', ' '), REPAIR);
    }

    static Obstacle ofEngine(StatusRuntimeException failure) {
        String description = failure.getStatus().getDescription();
        return new Obstacle(
                description == null
                        ? "the engine answers " + failure.getStatus().getCode()
                        : description,
                "pawl doctor shows the engine's address; the task continues once it answers");
    }

    static Obstacle failing(String step, Failure failure) {
        return new Obstacle("%s fails: %s".formatted(step, message(failure)), RETRIED);
    }

    static Obstacle timingOut(String step) {
        return new Obstacle(step + " is not finished in time", RETRIED);
    }

    /** @param polled whether a worker polls this queue; empty if the engine cannot say */
    static Obstacle notTaken(String step, String queue, Optional<Boolean> polled) {
        return polled.orElse(false)
                ? new Obstacle(
                        "%s waits on the queue %s: its workers have no free slot".formatted(step, queue),
                        "wait, or start another worker")
                : new Obstacle(
                        "%s waits on the queue %s, and no worker takes it".formatted(step, queue),
                        "start a worker for this queue: pawl up starts the local one");
    }

    /** The failure with its deepest cause, in one line. */
    private static String message(Failure failure) {
        Failure cause = failure;
        while (cause.hasCause()) {
            cause = cause.getCause();
        }
        String outer = failure.getMessage();
        String inner = cause.getMessage();
        String all = inner.isEmpty() || outer.contains(inner) ? outer : outer + ": " + inner;
        String line = all.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_FAILURE ? line : line.substring(0, MAX_FAILURE - 1) + "…";
    }
}
