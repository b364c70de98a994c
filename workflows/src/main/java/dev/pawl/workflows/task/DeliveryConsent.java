package dev.pawl.workflows.task;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.policy.DeliveryAnswer;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.person.PersonDesk.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stops for a person before an accepted result is delivered, if the task has that breakpoint. */
final class DeliveryConsent {
    private static final Breakpoint BEFORE_DELIVER = new Breakpoint.At(BreakpointMoment.BEFORE_DELIVER);

    private final TaskState state;
    private final PersonDesk desk;
    private final CancelRequest cancel;
    private final PersonWait personWait;

    DeliveryConsent(TaskState state, PersonDesk desk, CancelRequest cancel, PersonWait personWait) {
        this.state = state;
        this.desk = desk;
        this.cancel = cancel;
        this.personWait = personWait;
    }

    /** Why a delivery is not tried: the end of the task, or the reason for which it ends undelivered. */
    record Refused(@Nullable TaskOutcome end, String why) {}

    /**
     * @param reason why the result was accepted
     * @return absent if the result may be delivered
     */
    @Nullable
    Refused ask(String reason) {
        if (!state.request.breakpoints().contains(BEFORE_DELIVER)) {
            return null;
        }
        if (!state.request.interactive()) {
            return new Refused(null, "a person would have been asked before the delivery");
        }
        if (desk.stopRequested() || cancel.requested()) {
            return new Refused(null, "it waits for a person");
        }
        String question = "The result is accepted and waits to be delivered (%s). Answer 'deliver' or 'keep'."
                .formatted(state.request.deliver().wire());
        Resolution said =
                personWait.askBeforeDelivery(question, List.of("breakpoint " + BEFORE_DELIVER.text(), reason));
        return switch (said) {
            case Resolution.Approved ignored -> null;
            case Resolution.Answered answered ->
                DeliveryAnswer.DELIVER.is(answered.text()) ? null : kept(reason, answered.by());
            case Resolution.Rejected rejected ->
                new Refused(state.ended(Outcome.REJECTED, Cause.NONE, rejected(rejected)), "");
            case null -> new Refused(null, "nobody allowed it");
        };
    }

    private Refused kept(String reason, String by) {
        return new Refused(
                state.accepted(Cause.NONE, "%s; not delivered, as %s said".formatted(reason, by), Delivery.NONE), "");
    }

    private static String rejected(Resolution.Rejected rejected) {
        return "rejected by " + rejected.by() + (rejected.text().isBlank() ? "" : ": " + rejected.text());
    }
}
