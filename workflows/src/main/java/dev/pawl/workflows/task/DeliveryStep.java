package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.workspace.DeliverResult;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.host.HostLost;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.state.Line;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers an accepted result as far as the task permits. The result stays accepted in any case: if the delivery fails,
 * a person is asked how to continue, and an unattended task ends with cause {@code delivery}.
 */
final class DeliveryStep {
    private static final int MAX_NOTE = 1_000;

    private final String taskId;
    private final TaskState state;
    private final TaskRequest request;
    private final PersonDesk desk;
    private final CancelRequest cancel;
    private final TaskSteps steps;
    private final HostSteps onHost;
    private final Progress progress;
    private final PersonWait personWait;
    private final DeliveryConsent consent;

    DeliveryStep(
            String taskId,
            TaskState state,
            PersonDesk desk,
            CancelRequest cancel,
            TaskSteps steps,
            HostSteps onHost,
            Progress progress,
            PersonWait personWait) {
        this.taskId = taskId;
        this.state = state;
        this.request = state.request;
        this.desk = desk;
        this.cancel = cancel;
        this.steps = steps;
        this.onHost = onHost;
        this.progress = progress;
        this.personWait = personWait;
        this.consent = new DeliveryConsent(state, desk, cancel, personWait);
    }

    /** @param reason why the result was accepted */
    TaskOutcome accepted(String reason) {
        CancellationScope.throwCanceled();
        cancel.tooLate(true);
        if (request.deliver() == DeliverMode.NONE) {
            return state.accepted(Cause.NONE, reason, Delivery.NONE);
        }
        // A cancel is too late from here: half a delivery would be worse than either.
        CompletablePromise<TaskOutcome> outcome = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> outcome.complete(delivered(reason)))
                .run();
        return outcome.get();
    }

    private TaskOutcome delivered(String reason) {
        DeliveryConsent.Refused refused = consent.ask(reason);
        if (refused != null) {
            return refused.end() == null ? undelivered(reason, refused.why(), "") : refused.end();
        }
        for (int attempt = 1; ; attempt++) {
            Delivered delivered;
            try {
                delivered = deliver();
            } catch (HostLost lost) {
                if (lost.outcome() == null) {
                    cancel.tooLate(false);
                    throw lost;
                }
                return undelivered(reason, lost.outcome().reason(), "");
            }
            String note = Line.of(delivered.note(), MAX_NOTE);
            if (delivered.done()) {
                return state.accepted(Cause.NONE, reason + "; " + note, Delivery.delivered(note));
            }
            String ended = ask(attempt, note);
            if (ended != null) {
                return undelivered(reason, note, ended);
            }
        }
    }

    /** @param ended why there is no other try; may be empty */
    private TaskOutcome undelivered(String reason, String note, String ended) {
        String failed = "%s; %s".formatted(note, nextStep());
        return state.accepted(
                Cause.DELIVERY, "%s; not delivered: %s%s".formatted(reason, failed, ended), Delivery.failed(failed));
    }

    private Delivered deliver() {
        progress.show(TaskStatus.RUNNING, "delivering", "");
        try {
            DeliverResult result =
                    new DeliverResult(taskId, request, state.ready().base(), state.snapshot);
            return onHost.run(takenUp -> Async.function(steps.workspace(state.host(), takenUp)::deliver, result));
        } catch (ActivityFailure e) {
            return new Delivered(false, "the delivery failed: " + steps.failed(e));
        }
    }

    /** @return absent to try the delivery again; else why not, which may be empty */
    private @Nullable String ask(int attempt, String note) {
        if (!request.interactive() || desk.stopRequested() || cancel.requested()) {
            return "";
        }
        String question =
                "The result is accepted, but it could not be delivered: %s. Should the delivery be tried again?"
                        .formatted(note);
        PersonWait.Result said =
                personWait.askAboutDelivery(attempt, question, List.of("the work is accepted either way", nextStep()));
        if (cancel.requested()) {
            return "";
        }
        return said == null ? null : " (" + said.reason() + ")";
    }

    private String nextStep() {
        return "get the result with: pawl apply %s%s"
                .formatted(taskId, request.workspace().source() == null ? " --to DIRECTORY" : "");
    }
}
