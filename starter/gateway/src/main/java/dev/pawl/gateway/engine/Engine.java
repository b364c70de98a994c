package dev.pawl.gateway.engine;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.collect.CollectReport;
import dev.pawl.workflows.collect.CollectWorkflow;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.plan.PlanWorkflow;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.reap.ReapReport;
import dev.pawl.workflows.reap.ReapWorkflow;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The durable engine. Every call has a time limit; if the engine does not answer, it fails with UNAVAILABLE. */
public final class Engine {
    private static final int LONGEST_ID = 1_000;

    /** Time limit of an audit; a removal may take as long as the caller's deadline. */
    private static final Duration VERIFY = Duration.ofMinutes(2);

    /** Timeout of an audit that no caller waits for any more. */
    private static final Duration VERIFY_ENDS = Duration.ofMinutes(10);

    private static final Duration COLLECT_ENDS = Duration.ofHours(4);

    private final WorkflowClient client;
    private final Deadlines deadlines;

    /** @param client created with {@code PawlDataConverter} */
    public Engine(WorkflowClient client, Deadlines deadlines) {
        this.client = client;
        this.deadlines = deadlines;
    }

    /** Starts the task's workflow, unless it runs or ever ran. */
    public void start(String taskId, TaskRequest request) {
        startOnce(TaskWorkflow.TYPE, taskId, request.title(), TaskInput.first(request));
    }

    /** Starts the plan's workflow, unless it runs or ever ran. */
    public void start(String planId, PlanRequest request) {
        startOnce(PlanWorkflow.TYPE, planId, request.title(), PlanInput.first(request));
    }

    private void startOnce(String type, String id, String summary, Object input) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(TaskQueues.TASKS)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setStaticSummary(summary)
                .build();
        WorkflowStub stub = client.newUntypedWorkflowStub(type, options);
        deadlines.within(deadlines.call(), () -> {
            try {
                return Optional.of(stub.start(input));
            } catch (WorkflowExecutionAlreadyStarted ended) {
                // It ran before; its id still means it.
                return Optional.of(ended.getExecution());
            }
        });
    }

    /** Describes a task's workflow; empty if the engine has none. */
    public Optional<WorkflowExecutionDescription> describe(String taskId) {
        return deadlines.within(deadlines.call(), () -> {
            try {
                return Optional.of(stub(taskId).describe());
            } catch (WorkflowNotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    /** Returns the latest events of a task's workflow, newest first. */
    public List<HistoryEvent> newestEvents(String taskId, int most) {
        return deadlines
                .within(deadlines.call(), () -> Optional.of(new NewestEvents(client).of(taskId, most)))
                .orElse(List.of());
    }

    /** Whether a worker polls a queue; empty if the engine cannot say. */
    public Optional<Boolean> polled(String queue, TaskQueueType type) {
        try {
            return deadlines
                    .within(
                            deadlines.call(),
                            () -> Optional.of(client.getWorkflowServiceStubs()
                                    .blockingStub()
                                    .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                                            .setNamespace(namespace())
                                            .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                                            .setTaskQueueType(type)
                                            .build())
                                    .getPollersCount()))
                    .map(pollers -> pollers > 0);
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Runs an update and waits for its result.
     *
     * @param updateId the same id takes effect once; empty for a new one
     * @param said the input of the update
     * @return empty if no workflow of this task runs
     * @throws io.temporal.client.WorkflowUpdateException if the task refuses
     */
    public Optional<TaskView> update(String taskId, String name, String updateId, Object said) {
        return update(taskId, name, updateId, said, TaskView.class);
    }

    /** The same for a workflow of another kind, whose updates have this result. */
    public <T> Optional<T> update(String id, String name, String updateId, Object said, Class<T> result) {
        UpdateOptions<T> options = UpdateOptions.newBuilder(result)
                .setUpdateName(name)
                .setUpdateId(updateId.isEmpty() ? UUID.randomUUID().toString() : updateId)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        try {
            return deadlines.within(deadlines.action(), () -> {
                try {
                    return Optional.of(stub(id).startUpdate(options, said).getResult());
                } catch (WorkflowNotFoundException none) {
                    return Optional.empty();
                }
            });
        } catch (WorkflowUpdateTimeoutOrCancelledException late) {
            throw unconfirmed(name, late);
        }
    }

    /**
     * Requests a task to end at once. The engine records it even while no worker runs.
     *
     * @return false if no workflow of this task runs
     */
    public boolean cancel(String taskId, Action action) {
        return signal(taskId, "cancel", action);
    }

    /**
     * Signals a task that waits for its provider to ask again now.
     *
     * @return false if no workflow of this task runs
     */
    public boolean tryProvider(String taskId) {
        return signal(taskId, "tryProvider");
    }

    private boolean signal(String taskId, String name, Object... said) {
        return deadlines
                .within(deadlines.call(), () -> {
                    try {
                        stub(taskId).signal(name, said);
                        return Optional.of(taskId);
                    } catch (WorkflowNotFoundException none) {
                        return Optional.empty();
                    }
                })
                .isPresent();
    }

    /**
     * Runs an audit of rows, engine and hosts in workers.
     *
     * @throws StatusRuntimeException DEADLINE_EXCEEDED if no worker does so in time, INTERNAL if it fails
     */
    public ReapReport verify(Reap input) {
        String id = "pawl-audit-" + UUID.randomUUID();
        WorkflowStub stub = start(ReapWorkflow.TYPE, id, VERIFY_ENDS, input);
        return result(stub, id, deadlines.left(VERIFY), ReapReport.class);
    }

    /**
     * Runs a removal of old data in workers, which continues after the caller's deadline.
     *
     * @throws StatusRuntimeException DEADLINE_EXCEEDED if no worker does so in time, INTERNAL if it fails
     */
    public CollectReport collect(Collect input) {
        String id = "pawl-gc-" + UUID.randomUUID();
        WorkflowStub stub = start(CollectWorkflow.TYPE, id, COLLECT_ENDS, input);
        return result(stub, id, deadlines.left(COLLECT_ENDS), CollectReport.class);
    }

    private WorkflowStub start(String type, String id, Duration ends, Object input) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(TaskQueues.TASKS)
                        .setWorkflowExecutionTimeout(ends)
                        .build());
        deadlines.within(deadlines.call(), () -> Optional.of(stub.start(input)));
        return stub;
    }

    private <T> T result(WorkflowStub stub, String id, Duration patience, Class<T> result) {
        try {
            return stub.getResult(patience.toMillis(), TimeUnit.MILLISECONDS, result);
        } catch (TimeoutException late) {
            throw Status.DEADLINE_EXCEEDED
                    .withDescription(
                            "still running as %s; it continues in the background if a worker runs".formatted(id))
                    .withCause(late)
                    .asRuntimeException();
        } catch (StatusRuntimeException | WorkflowServiceException failure) {
            throw deadlines.explained(failure);
        } catch (WorkflowException failed) {
            throw Status.INTERNAL
                    .withDescription("%s failed: %s".formatted(id, reason(failed)))
                    .withCause(failed)
                    .asRuntimeException();
        }
    }

    /** The message of the deepest cause that has one. */
    private static String reason(WorkflowException failed) {
        String reason = failed.toString();
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            // Temporal's own messages concatenate the parts of its failures.
            String message = cause instanceof TemporalFailure own ? own.getOriginalMessage() : cause.getMessage();
            if (message != null && !message.isBlank()) {
                reason = message;
            }
        }
        return reason;
    }

    /** @return the engine's version, if it answers */
    public String version() {
        return deadlines
                .within(
                        deadlines.probe(),
                        () -> Optional.of(client.getWorkflowServiceStubs()
                                .blockingStub()
                                .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                                .getServerVersion()))
                .orElse("");
    }

    /** The search attributes that its namespace lacks; empty if none, or if it does not list them. */
    public String namespaceNote() {
        return new NamespaceNote(client, deadlines.probe()).text();
    }

    public String namespace() {
        return client.getOptions().getNamespace();
    }

    /** The engine refuses ids that no workflow can have, and its client an empty one: there is none of that id. */
    private WorkflowStub stub(String taskId) {
        if (taskId.isEmpty() || taskId.length() > LONGEST_ID) {
            throw new WorkflowNotFoundException(WorkflowExecution.getDefaultInstance(), "", null);
        }
        return client.newUntypedWorkflowStub(taskId);
    }

    private StatusRuntimeException unconfirmed(String name, WorkflowServiceException late) {
        // Fails with UNAVAILABLE if the engine, and not the workers, does not answer.
        version();
        return Status.DEADLINE_EXCEEDED
                .withDescription("no worker confirmed '%s' within %s; it may still take effect"
                        .formatted(name, Deadlines.written(deadlines.action())))
                .withCause(late)
                .asRuntimeException();
    }
}
