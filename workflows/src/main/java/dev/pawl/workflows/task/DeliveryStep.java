package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.DeliverResult;
import dev.pawl.workflows.activity.Delivered;
import dev.pawl.workflows.model.Cause;
import dev.pawl.workflows.model.Decision;
import dev.pawl.workflows.model.DeliverMode;
import dev.pawl.workflows.model.Delivery;
import dev.pawl.workflows.model.Outcome;
import dev.pawl.workflows.model.TaskOutcome;
import dev.pawl.workflows.model.TaskRequest;
import dev.pawl.workflows.model.TaskStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers an accepted result as far as the task permits. The result stays accepted whatever becomes of the delivery: if
 * it fails, a person is asked how to go on with the delivery, and unattended the task ends with a cause of its own.
 */
final class DeliveryStep {
    private static final int MAX_NOTE = 1_000;

    private final String taskId;
    private final TaskState state;
    private final TaskRequest request;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final Progress progress;
    private final PersonWait personWait;

    DeliveryStep(
            String taskId,
            TaskState state,
            PersonDesk desk,
            TaskSteps steps,
            Progress progress,
            PersonWait personWait) {
        this.taskId = taskId;
        this.state = state;
        this.request = state.request;
        this.desk = desk;
        this.steps = steps;
        this.progress = progress;
        this.personWait = personWait;
    }

    /** @param reason why the result was accepted */
    TaskOutcome accepted(String reason) {
        if (request.deliver() == DeliverMode.NONE) {
            return state.accepted(Cause.NONE, reason, Delivery.NONE);
        }
        for (int attempt = 1; ; attempt++) {
            Delivered delivered = deliver();
            String note = Line.of(delivered.note(), MAX_NOTE);
            if (delivered.done()) {
                return state.accepted(Cause.NONE, reason + "; " + note, Delivery.delivered(note));
            }
            PersonWait.Result said = ask(attempt, note);
            if (said != null) {
                String failed = "%s; %s".formatted(note, nextStep());
                return state.accepted(
                        Cause.DELIVERY,
                        "%s; not delivered: %s%s".formatted(reason, failed, said.reason()),
                        Delivery.failed(failed));
            }
        }
    }

    private Delivered deliver() {
        progress.show(TaskStatus.RUNNING, "delivering", "");
        try {
            return steps.workspace(state.host())
                    .deliver(new DeliverResult(taskId, request, state.ready().base(), state.snapshot));
        } catch (ActivityFailure e) {
            if (e.getCause() instanceof CanceledFailure) {
                throw e;
            }
            return new Delivered(false, "the delivery failed: " + steps.failed(e));
        }
    }

    /** @return absent if the delivery is to be tried again; else the reason why it is not, which may be empty */
    private PersonWait.@Nullable Result ask(int attempt, String note) {
        if (!request.interactive() || desk.stopRequested()) {
            return new PersonWait.Result(Outcome.ACCEPTED, Cause.DELIVERY, "");
        }
        String question =
                "The result is accepted, but it could not be delivered: %s. Should the delivery be tried again?"
                        .formatted(note);
        PersonWait.Result said = personWait.askAboutDelivery(
                attempt,
                question,
                new Decision.Escalate(question, List.of("the work is accepted either way", nextStep())));
        return said == null ? null : new PersonWait.Result(said.outcome(), said.cause(), " (" + said.reason() + ")");
    }

    private String nextStep() {
        return "get the result with: pawl apply %s%s"
                .formatted(taskId, request.workspace().source() == null ? " --to DIRECTORY" : "");
    }
}
