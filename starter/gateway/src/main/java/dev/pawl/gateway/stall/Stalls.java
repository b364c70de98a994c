package dev.pawl.gateway.stall;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Stall;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.wire.Times;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds out why a task makes no progress. Asks the engine only about tasks that have not changed for a while. */
public final class Stalls {
    private final Engine engine;
    private final Duration patience;
    private final Clock clock = Clock.systemUTC();

    /** @param patience how long a task may stay unchanged before the engine is asked */
    public Stalls(Engine engine, Duration patience) {
        this.engine = engine;
        this.patience = patience;
    }

    /** Whether the last change is so long ago that the engine should be asked. */
    public boolean quiet(Instant lastChange) {
        return lastChange.plus(patience).isBefore(clock.instant());
    }

    /**
     * The engine's view of an open task; empty if it makes progress or waits as expected.
     *
     * @param lastChange when the task last changed
     */
    public Optional<Stall> of(String taskId, Instant lastChange) {
        return quiet(lastChange) ? obstacle(taskId).map(found -> stall(lastChange, found)) : Optional.empty();
    }

    /** For a task that the engine has described already. */
    public Optional<Stall> of(String taskId, Instant lastChange, WorkflowExecutionDescription workflow) {
        return quiet(lastChange) ? obstacle(taskId, workflow).map(found -> stall(lastChange, found)) : Optional.empty();
    }

    private Optional<Obstacle> obstacle(String taskId) {
        try {
            return engine.describe(taskId)
                    .map(workflow -> obstacle(taskId, workflow))
                    .orElseGet(() -> Optional.of(Obstacle.unknown()));
        } catch (StatusRuntimeException failure) {
            return Optional.of(Obstacle.ofEngine(failure));
        }
    }

    private Optional<Obstacle> obstacle(String taskId, WorkflowExecutionDescription workflow) {
        if (workflow.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            return Optional.of(Obstacle.ended(workflow.getStatus()));
        }
        try {
            Timestamp late = Times.of(clock.instant().minus(patience));
            return new WorkflowTasks(engine, taskId, late)
                    .obstacle(workflow.getRawDescription())
                    .or(() -> new PendingActivities(engine, late).obstacle(workflow.getRawDescription()));
        } catch (StatusRuntimeException failure) {
            // If the engine lacks one of the calls, the others count.
            return failure.getStatus().getCode() == Status.Code.UNIMPLEMENTED
                    ? Optional.empty()
                    : Optional.of(Obstacle.ofEngine(failure));
        }
    }

    private static Stall stall(Instant since, Obstacle obstacle) {
        return Stall.newBuilder()
                .setSince(Times.of(since))
                .setProblem(obstacle.problem())
                .setAdvice(obstacle.advice())
                .build();
    }
}
