package dev.pawl.task;

import dev.pawl.db.task.NewTask;
import dev.pawl.db.task.TaskRow;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.decision.Decider;
import dev.pawl.task.prompt.PromptComposer;
import dev.pawl.task.provider.ProviderGate;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.ComposedPrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.HostHeard;
import dev.pawl.workflows.activity.task.LastHeard;
import dev.pawl.workflows.activity.task.MoveTask;
import dev.pawl.workflows.activity.task.ProviderUse;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.request.ForkPoint;
import dev.pawl.workflows.model.request.TaskRequest;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores the life of a task. Every write is keyed, so that every activity may run again. */
public final class TaskActivitiesImpl implements TaskActivities {
    private final TaskRecords records;
    private final PromptComposer prompts;
    private final Decider decider;
    private final QuestionRecords questions;
    private final ProviderGate providers;
    private final TaskEvents events;
    private final RedactedJson json;
    private final TaskHosts hosts;
    private final Supplier<List<String>> searchAttributes;
    private final Supplier<String> engine;

    /**
     * @param searchAttributes names of the search attributes that the engine's namespace has
     * @param engine see {@link EngineIdentity#id}
     */
    public TaskActivitiesImpl(
            TaskRecords records,
            PromptComposer prompts,
            Decider decider,
            ProviderGate providers,
            TaskEvents events,
            RedactedJson json,
            TaskHosts hosts,
            Supplier<List<String>> searchAttributes,
            Supplier<String> engine) {
        this.records = records;
        this.prompts = prompts;
        this.decider = decider;
        this.questions = new QuestionRecords(records, events, json);
        this.providers = providers;
        this.events = events;
        this.json = json;
        this.hosts = hosts;
        this.searchAttributes = searchAttributes;
        this.engine = engine;
    }

    /** A package works on the host of its plan, a fork on that of the snapshots that it starts from. */
    private String given(RegisterTask input) {
        ForkPoint from = input.request().workspace().from();
        if (input.member() != null) {
            return input.member().hostId();
        }
        return from == null ? hosts.here() : from.hostId();
    }

    /** Also for a task that already has a row: it stays on the host that it was given to first. */
    @Override
    public Registration register(RegisterTask input) {
        String id = input.taskId();
        TaskRequest request = input.request();
        String namespace = engine.get();
        String given = given(input);
        String host = events.beginning(() -> {
            records.tasks()
                    .register(new NewTask(
                            id,
                            input.runId(),
                            namespace,
                            request.title(),
                            request.agent().called(),
                            request.agent().model(),
                            request.workspace().source(),
                            request.workspace().mode().wire(),
                            given,
                            json.ofRequest(request),
                            ref(request.prompt().ref()),
                            request.labels()));
            events.append(
                    id,
                    EventType.TASK_REGISTERED,
                    input.runId(),
                    new EventFields()
                            .put("title", request.title())
                            .put("agent", request.agent().called())
                            .put("model", request.agent().model())
                            .put("labels", request.labels()));
            return Objects.requireNonNullElse(row(id).hostId(), given);
        });
        return new Registration(host, searchAttributes.get());
    }

    @Override
    public ComposedPrompt compose(ComposePrompt input) {
        ContentRef prompt = prompts.compose(input);
        String feedbackRef = ref(input.feedback());
        events.together(input.taskId(), () -> {
            records.iterations().begin(input.taskId(), input.iteration(), prompt.sha256(), feedbackRef);
            events.append(
                    input.taskId(),
                    EventType.ITERATION_STARTED,
                    input.iteration() + "/" + prompt.sha256(),
                    new EventFields()
                            .put("iteration", input.iteration())
                            .put("prompt_ref", prompt.sha256())
                            .put("feedback_ref", feedbackRef));
        });
        return new ComposedPrompt(prompt);
    }

    @Override
    public Decided decide(DecideIteration input) {
        ProviderUse use = input.use();
        if (use != null) {
            providers.learn(input.taskId(), use, input.input().report());
        }
        return decider.decide(input);
    }

    @Override
    public HostHeard lastHeard(LastHeard input) {
        return hosts.lastHeard(input.hostId());
    }

    @Override
    public Registration move(MoveTask input) {
        hosts.move(input, records, events);
        return new Registration(
                Objects.requireNonNullElse(row(input.taskId()).hostId(), hosts.here()), searchAttributes.get());
    }

    @Override
    public Admission admit(AskAdmission input) {
        return providers.ask(input);
    }

    @Override
    public void ask(AskPerson input) {
        questions.ask(input);
    }

    @Override
    public void remind(RemindPerson input) {
        questions.remind(input);
    }

    @Override
    public void close(CloseQuestion input) {
        questions.close(input);
    }

    /** Records nothing for a task that has ended: its end is its last event. */
    @Override
    public void publish(PublishProgress input) {
        events.together(input.taskId(), () -> {
            boolean said = records.tasks()
                    .progress(input.taskId(), input.status().wire(), input.iteration(), input.phase(), input.detail());
            if (said) {
                tellStatus(input);
            }
        });
    }

    private void tellStatus(PublishProgress input) {
        ActivityInfo execution = Activity.getExecutionContext().getInfo();
        events.append(
                input.taskId(),
                EventType.STATUS_CHANGED,
                // A task may enter the same status many times; one activity records it once.
                execution.getWorkflowRunId() + "/" + execution.getActivityId(),
                new EventFields()
                        .put("status", input.status().wire())
                        .put("iteration", input.iteration())
                        .put("phase", input.phase())
                        .put("detail", input.detail()));
    }

    @Override
    public void finish(FinishTask input) {
        new TaskEnd(records, events).finish(input);
        providers.leave(input.taskId());
    }

    private static @Nullable String ref(@Nullable ContentRef ref) {
        return ref == null ? null : ref.sha256();
    }

    private TaskRow row(String taskId) {
        return records.tasks()
                .find(taskId)
                .orElseThrow(() -> ApplicationFailure.newNonRetryableFailure(
                        "task " + taskId + " has no row", FailureTypes.NOT_FOUND));
    }
}
