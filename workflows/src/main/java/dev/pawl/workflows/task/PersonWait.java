package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.wait.WaitEnd;
import dev.pawl.workflows.model.wait.WaitSpec;
import dev.pawl.workflows.policy.DeliveryAnswer;
import dev.pawl.workflows.policy.UndeclaredChange;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.person.PersonDesk.Resolution;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A durable wait for a person: a question, a deadline, reminders, and a default if nobody answers. */
final class PersonWait {
    private final String taskId;
    private final TaskState state;
    private final PersonDesk desk;
    private final CancelRequest cancel;
    private final TaskSteps steps;
    private final Progress progress;

    PersonWait(
            String taskId, TaskState state, PersonDesk desk, CancelRequest cancel, TaskSteps steps, Progress progress) {
        this.taskId = taskId;
        this.state = state;
        this.desk = desk;
        this.cancel = cancel;
        this.steps = steps;
        this.progress = progress;
    }

    /** How a wait ended the task. */
    record Result(Outcome outcome, Cause cause, String reason) {}

    /** @return absent if the task continues with the person's answer */
    @Nullable
    Result ask(String kind, String question, Decision decision) {
        return ask(kind, kind, question, decision);
    }

    /** @param name distinguishes the question from others of its iteration */
    @Nullable
    Result ask(String name, String kind, String question, Decision decision) {
        boolean resultExists = state.resultExists();
        desk.open(resultExists, List.of());
        Resolution resolution = put(name, kind, question, decision.reasons(), () -> false, "");
        return result(resolution, resultExists);
    }

    /**
     * Asks how to continue the delivery of an accepted result. A cancel ends the wait.
     *
     * @param attempt of the delivery, from 1
     * @return absent to try again; an outcome says nothing about the work
     */
    @Nullable
    Result askAboutDelivery(int attempt, String question, List<String> reasons) {
        desk.openForDelivery();
        String name = attempt == 1 ? "delivery" : "delivery-" + attempt;
        return result(put(name, "delivery", question, reasons, cancel::requested, ""), true);
    }

    /**
     * Asks whether an accepted result may be delivered. A cancel ends the wait.
     *
     * @return absent if nobody answered, or the task is being stopped
     */
    @Nullable
    Resolution askBeforeDelivery(String question, List<String> reasons) {
        desk.openBeforeDelivery(DeliveryAnswer.all());
        state.choices = DeliveryAnswer.all();
        Resolution resolution = put("before-deliver", "escalate", question, reasons, cancel::requested, "");
        state.choices = List.of();
        return resolution;
    }

    /** How a wait for one of several answers ended: with an answer, or with the end of the task. */
    record Chosen(@Nullable String word, @Nullable Result end) {}

    /** Asks about a check that an agent disputes, for one of several answers or a decision about the result. */
    Chosen askAboutCheck(String name, String question, List<String> words, List<String> reasons) {
        return askForOne(name, "dispute", question, words, reasons);
    }

    /** Asks how to continue a task that no agent has worked on, for one of several answers. */
    Chosen askBeforeWork(String name, String question, List<String> words, List<String> reasons) {
        return askForOne(name, "escalate", question, words, reasons);
    }

    private Chosen askForOne(String name, String kind, String question, List<String> words, List<String> reasons) {
        boolean resultExists = state.resultExists();
        desk.open(resultExists, words);
        state.choices = words;
        Resolution resolution = put(name, kind, question, reasons, () -> false, "");
        state.choices = List.of();
        return resolution instanceof Resolution.Answered answered
                ? new Chosen(answered.text(), null)
                : new Chosen(null, result(resolution, resultExists));
    }

    /**
     * Asks for one of several words.
     *
     * @param settled whether an answer is no longer needed
     * @param settledBy who settled it
     * @return absent if nobody answered, the question was settled, or the task is being stopped
     */
    @Nullable
    Resolution choose(
            String name, String question, List<String> words, String settledBy, Functions.Func<Boolean> settled) {
        desk.open(false, words);
        // The same question may be asked again in one iteration.
        String once = name + "-" + Workflow.currentTimeMillis();
        state.choices = words;
        Resolution resolution = put(once, "escalate", question, List.of(question), settled, settledBy);
        state.choices = List.of();
        return resolution;
    }

    /**
     * Asks whether changes that the task does not declare are wanted. The permission applies to the rest of the task.
     *
     * @return absent if the task continues
     */
    @Nullable
    Result askToAllow(Decision.Escalate decision) {
        boolean resultExists = state.resultExists();
        desk.open(false, UndeclaredChange.ANSWERS);
        state.choices = UndeclaredChange.ANSWERS;
        Resolution resolution =
                put("undeclared-change", decision.type(), decision.question(), decision.reasons(), () -> false, "");
        state.choices = List.of();
        if (resolution instanceof Resolution.Answered answered && UndeclaredChange.allowed(answered.text())) {
            state.allow(decision.undeclared());
            desk.instruct(new Action(
                    "You may change or remove these, if the task asks for it: "
                            + String.join(", ", decision.undeclared()),
                    answered.by()));
        }
        return result(resolution, resultExists);
    }

    private @Nullable Resolution put(
            String name,
            String kind,
            String question,
            List<String> reasons,
            Functions.Func<Boolean> settled,
            String settledBy) {
        Instant asked = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        WaitSpec wait = state.request.waiting();
        Instant deadline = wait.deadline() == null ? null : asked.plus(wait.deadline());
        String questionId = "%s/%d/%s".formatted(taskId, state.iteration, name);
        state.question = question;
        state.questionKind = kind;
        steps.localBookkeeping()
                .ask(new AskPerson(
                        questionId, taskId, state.iteration, kind, question, reasons, state.choices, deadline));
        progress.show(TaskStatus.WAITING, "waiting", question);
        boolean settledInTime = new Reminders(questionId, taskId, wait, asked, steps, progress)
                .until(() -> desk.closed() || settled.apply());
        if (!settledInTime) {
            atDeadline(wait.then(), name.equals(kind));
        }
        Resolution resolution = desk.shut();
        state.question = null;
        boolean ended = desk.stopRequested() || cancel.requested();
        boolean withoutPerson = resolution == null && !ended && settled.apply();
        steps.localBookkeeping()
                .close(withoutPerson ? closed(questionId, "answered", "", settledBy) : closing(questionId, resolution));
        return resolution;
    }

    /**
     * Nobody answered. Going on without an answer never spends more than the task's own limits permit.
     *
     * @param aboutWork whether the question is about the work, and not about a budget, a host or a delivery
     */
    private void atDeadline(WaitEnd then, boolean aboutWork) {
        switch (then) {
            case STOP -> {
                // The task ends with its last result.
            }
            case REJECT -> desk.rejectUnanswered();
            case CONTINUE -> {
                if (aboutWork) {
                    desk.continueUnanswered();
                }
            }
        }
    }

    private CloseQuestion closing(String questionId, @Nullable Resolution resolution) {
        return switch (resolution) {
            case Resolution.Answered answered -> closed(questionId, "answered", answered.text(), answered.by());
            case Resolution.Approved approved -> closed(questionId, "approved", approved.text(), approved.by());
            case Resolution.Rejected rejected -> closed(questionId, "rejected", rejected.text(), rejected.by());
            case null -> unanswered(questionId);
        };
    }

    private CloseQuestion unanswered(String questionId) {
        if (desk.stopRequested()) {
            return closed(questionId, "stopped", desk.stopReason(), "stop");
        }
        return cancel.requested()
                ? closed(questionId, "stopped", cancel.reason(), "cancel")
                : closed(questionId, "expired", "", PersonDesk.DEADLINE);
    }

    private CloseQuestion closed(String questionId, String how, String text, String by) {
        return new CloseQuestion(questionId, taskId, how, text, by);
    }

    private @Nullable Result result(@Nullable Resolution resolution, boolean resultExists) {
        Outcome kept = resultExists ? Outcome.PARTIAL : Outcome.REJECTED;
        return switch (resolution) {
            case Resolution.Answered ignored -> null;
            case Resolution.Approved approved ->
                new Result(Outcome.ACCEPTED, Cause.NONE, reason("approved by " + approved.by(), approved.text()));
            case Resolution.Rejected rejected ->
                new Result(Outcome.REJECTED, Cause.NONE, reason("rejected by " + rejected.by(), rejected.text()));
            case null ->
                desk.stopRequested()
                        ? new Result(kept, Cause.NONE, reason("stopped on request", desk.stopReason()))
                        : new Result(kept, Cause.NEEDS_PERSON, "nobody answered before the deadline");
        };
    }

    private static String reason(String what, String text) {
        return text.isBlank() ? what : what + ": " + text;
    }
}
