package dev.pawl.gateway.action;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.view.TaskReader;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowUpdateException;

/** Sends a person's action to the task's workflow, and translates its refusal. */
public final class TaskActions {
    private static final int MAX_BY = 200;
    private final Engine engine;
    private final TaskReader tasks;

    public TaskActions(Engine engine, TaskReader tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    /**
     * @param verb the update of {@code TaskWorkflow}
     * @param needsText whether the action requires a text
     * @throws StatusRuntimeException FAILED_PRECONDITION if the task's state does not allow it
     */
    public TaskState act(String verb, Said said, boolean needsText) {
        check(said, needsText);
        return update(verb, said, new Action(said.text(), said.person()));
    }

    /** @throws StatusRuntimeException FAILED_PRECONDITION if the task has no such limit */
    public TaskState extend(ExtendRequest request) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        check(said, false);
        return update("extend", said, ExtensionReader.read(request, said.person()));
    }

    private TaskState update(String verb, Said said, Object payload) {
        try {
            return engine.update(said.taskId(), verb, said.requestId(), payload)
                    .map(TaskActions::state)
                    .orElseThrow(() -> notRunning(said.taskId()));
        } catch (WorkflowUpdateException refused) {
            throw refusal(refused);
        }
    }

    /** Requests a task to end at once; idempotent. */
    public void cancel(Said said) {
        check(said, false);
        if (engine.cancel(said.taskId(), new Action(said.text(), said.person()))) {
            return;
        }
        if (tasks.status(said.taskId()) != TaskStatus.TASK_STATUS_CANCELLED) {
            throw notRunning(said.taskId());
        }
    }

    static void check(Said said, boolean needsText) {
        if (needsText && said.text().isBlank()) {
            throw Failures.invalid("text", "must not be blank");
        }
        if (said.text().length() > Action.MAX_TEXT) {
            throw Failures.invalid(
                    "text",
                    "is %d characters long, at most %d are allowed"
                            .formatted(said.text().length(), Action.MAX_TEXT));
        }
        if (said.by().length() > MAX_BY) {
            throw Failures.invalid("by", "must have at most %d characters".formatted(MAX_BY));
        }
    }

    private StatusRuntimeException notRunning(String taskId) {
        TaskStatus at = tasks.status(taskId);
        if (open(at)) {
            return Failures.precondition(
                    FailureTypes.NOT_NOW,
                    "the engine runs no workflow of task %s;".formatted(taskId)
                            + " `pawl doctor --repair` records its outcome");
        }
        String status = Words.of(at);
        return Failures.precondition(
                FailureTypes.NOT_NOW, "task %s is %s and no longer takes actions".formatted(taskId, status));
    }

    private static boolean open(TaskStatus status) {
        return switch (status) {
            case TASK_STATUS_SUBMITTED,
                    TASK_STATUS_RUNNING,
                    TASK_STATUS_WAITING,
                    TASK_STATUS_PAUSED,
                    TASK_STATUS_PARKED -> true;
            case TASK_STATUS_ACCEPTED,
                    TASK_STATUS_PARTIAL,
                    TASK_STATUS_REJECTED,
                    TASK_STATUS_FAILED,
                    TASK_STATUS_CANCELLED,
                    TASK_STATUS_UNSPECIFIED,
                    UNRECOGNIZED -> false;
        };
    }

    static RuntimeException refusal(WorkflowUpdateException refused) {
        return Refusal.of(refused)
                .map(refusal -> FailureTypes.INVALID_TASK.equals(refusal.type())
                        ? Failures.invalid("text", refusal.message())
                        : Failures.precondition(refusal.type(), refusal.message()))
                .map(RuntimeException.class::cast)
                .orElse(refused);
    }

    private static TaskState state(TaskView view) {
        TaskState.Builder state = TaskState.newBuilder()
                .setStatus(
                        Words.parse(TaskStatus.class, view.status().wire()).orElse(TaskStatus.TASK_STATUS_UNSPECIFIED))
                .setIteration(view.iteration())
                .setPhase(view.phase());
        if (view.question() != null) {
            state.setQuestion(view.question());
        }
        return state.build();
    }
}
