package dev.pawl.gateway.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.api.v1.RetryTaskRequest;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.Stored;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.Tasks;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.wire.WireFaults;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.request.ForkPoint;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Starts a task once per request id, however often it is submitted. */
public final class Submission {
    static final int MAX_REQUEST_ID = 128;
    static final int MAX_PROMPT_BYTES = 10 * 1024 * 1024;

    /** The engine accepts more, but histories should be small. */
    static final int MAX_TASK_BYTES = 64 * 1024;

    private static final Prompt PLACEHOLDER = Prompt.inline("-");
    private static final ObjectMapper JSON = PawlDataConverter.mapper();
    private final Tasks tasks;
    private final Iterations iterations;
    private final ContentStore content;
    private final Engine engine;
    private final Duration registration;

    /** @param registration how long to wait for the workflow to create the task's row */
    public Submission(Tasks tasks, Iterations iterations, ContentStore content, Engine engine, Duration registration) {
        this.tasks = tasks;
        this.iterations = iterations;
        this.content = content;
        this.engine = engine;
        this.registration = registration;
    }

    /**
     * @return the id of the task that was started, or that exists for the request id
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every invalid field, UNAVAILABLE if the engine does
     *     not answer
     */
    public Submitted submit(SubmitTaskRequest request) {
        check(request);
        String taskId = TaskIds.of(request.getRequestId());
        if (tasks.find(taskId).isPresent()) {
            // Also long after the engine's retention.
            return new Submitted(taskId, true);
        }
        engine.start(taskId, new SpecReader(request.getTask(), new Violations()).read(prompt(request)));
        return registered(taskId);
    }

    /**
     * Starts an ended task again, with the request that is stored with it, from the current state of its workspace or
     * from the result of an iteration.
     *
     * @return the id of the new task, or of the one that exists for the request id
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT for an invalid request id, FAILED_PRECONDITION if the
     *     task has not ended or has no such result, UNAVAILABLE if the engine does not answer
     */
    public Submitted retry(RetryTaskRequest request) {
        Violations violations = new Violations();
        violations.addAll(WireFaults.in(request));
        Texts.check("request_id", request.getRequestId(), MAX_REQUEST_ID, violations);
        violations.refuse();
        String taskId = TaskIds.of(request.getRequestId());
        if (tasks.find(taskId).isPresent()) {
            return new Submitted(taskId, true);
        }
        TaskRow ended = tasks.find(request.getTaskId())
                .filter(row -> row.finishedAt() != null)
                .orElseThrow(() -> Failures.precondition(
                        FailureTypes.NOT_NOW, "the task has not ended; end it first, with stop or cancel"));
        engine.start(taskId, request.hasIteration() ? forked(ended, request.getIteration()) : request(ended));
        return registered(taskId);
    }

    private TaskRequest forked(TaskRow ended, int number) {
        TaskRequest request = request(ended);
        String snapshot = iterations.list(ended.id()).stream()
                .filter(iteration -> iteration.number() == number)
                .findFirst()
                .map(IterationRow::snapshot)
                .orElseThrow(() -> Failures.precondition(
                        FailureTypes.NOT_NOW, "task %s has no result of iteration %d".formatted(ended.id(), number)));
        String host = ended.hostId();
        if (host == null || request.workspace().mode() == WorkspaceMode.IN_PLACE) {
            throw Failures.precondition(
                    FailureTypes.NOT_NOW, "the task did not work on a copy; retry it instead of forking it");
        }
        return request.toBuilder()
                .workspace(request.workspace().startingFrom(new ForkPoint(ended.id(), number, snapshot, host)))
                .build();
    }

    private static TaskRequest request(TaskRow row) {
        try {
            return JSON.readValue(row.request(), TaskRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored request of task %s cannot be read".formatted(row.id()), e);
        }
    }

    private static void check(SubmitTaskRequest request) {
        Violations violations = new Violations();
        violations.addAll(WireFaults.in(request));
        Texts.check("request_id", request.getRequestId(), MAX_REQUEST_ID, violations);
        int bytes = request.getTask().getPromptBytes().size();
        if (request.getTask().getPrompt().isBlank()) {
            violations.add("task.prompt", "must not be blank");
        } else if (bytes > MAX_PROMPT_BYTES) {
            violations.add(
                    "task.prompt", "is %d bytes long, at most %d are allowed".formatted(bytes, MAX_PROMPT_BYTES));
        }
        TaskRequest task = new SpecReader(request.getTask(), violations).read(PLACEHOLDER);
        int size = size(task);
        if (size > MAX_TASK_BYTES) {
            violations.add(
                    "task",
                    "is %d bytes long without its prompt, at most %d are allowed: put long text into the prompt or files"
                            .formatted(size, MAX_TASK_BYTES));
            violations.refuse();
        }
    }

    private Prompt prompt(SubmitTaskRequest request) {
        byte[] text = request.getTask().getPrompt().getBytes(StandardCharsets.UTF_8);
        if (text.length <= Prompt.MAX_INLINE) {
            return Prompt.inline(request.getTask().getPrompt());
        }
        Stored stored = content.put(text);
        return Prompt.stored(new ContentRef(stored.sha256(), stored.size()));
    }

    private Submitted registered(String taskId) {
        return Submitted.registeredWithin(
                registration, taskId, () -> tasks.find(taskId).isPresent());
    }

    private static int size(TaskRequest task) {
        try {
            return JSON.writeValueAsBytes(task).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task request has no JSON", e);
        }
    }
}
