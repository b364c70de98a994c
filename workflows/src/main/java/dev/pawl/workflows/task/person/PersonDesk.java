package dev.pawl.workflows.task.person;

import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.policy.Answer;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages of people to a task. Checks have no side effects, so that an invalid action is refused before it enters
 * history.
 */
public final class PersonDesk {
    /** Who closes a question that nobody answered in time. */
    public static final String DEADLINE = "deadline";

    private static final String UNANSWERED = "Nobody answered in time. Decide yourself and go on.";
    private static final int MAX_GUIDANCE = 50;
    private static final int MAX_ITERATIONS = 1000;

    private final List<String> guidance;
    private final HandledUpdates updates;
    private boolean paused;
    private boolean waiting;
    private boolean approvable;
    private boolean rejectable;
    private boolean guided;
    private List<String> words = List.of();
    private boolean mayTry;
    private boolean stopRequested;
    private String stopReason = "";
    private @Nullable Resolution resolution;

    public PersonDesk(List<String> guidance, boolean paused, List<String> handledUpdates) {
        this.guidance = new ArrayList<>(guidance);
        this.paused = paused;
        this.updates = new HandledUpdates(handledUpdates);
    }

    /** How a person closed a question. */
    public sealed interface Resolution {
        String by();

        record Answered(String text, String by) implements Resolution {}

        record Approved(String text, String by) implements Resolution {}

        record Rejected(String text, String by) implements Resolution {}
    }

    public void checkAnswer(Action action) {
        checkWaiting("answer");
        checkText(action, "answer");
        if (guided) {
            checkRoom();
        }
        if (!words.isEmpty() && words.stream().map(Answer::normal).noneMatch(Answer.normal(action.text())::equals)) {
            throw notNow("the answer is none of these: " + String.join(", ", words));
        }
    }

    public void checkApprove(Action action) {
        checkWaiting("approve");
        checkLength(action);
        if (!approvable) {
            throw notNow("there is no result yet that could be approved; answer the question or stop the task");
        }
    }

    public void checkReject(Action action) {
        checkWaiting("reject");
        checkLength(action);
        if (!rejectable) {
            throw notNow("the result is already accepted, only its delivery failed;"
                    + " answer to try the delivery again, approve to end the task without it");
        }
    }

    public void checkPause(Action action) {
        checkLength(action);
        if (paused) {
            throw notNow("the task is already paused");
        }
    }

    public void checkResume(Action action) {
        checkLength(action);
        if (!paused) {
            throw notNow("the task is not paused");
        }
    }

    public void checkInstruct(Action action) {
        checkText(action, "instruction");
        checkRoom();
    }

    /** @param limits the task's current limits */
    public void checkExtend(Extension more, Limits limits) {
        checkLength(more.said());
        if (more.empty()) {
            throw notNow("nothing is granted; name iterations, cost, tokens or time");
        }
        if (more.negative()) {
            throw notNow("limits can only be extended");
        }
        if (more.iterations() > MAX_ITERATIONS) {
            throw notNow("at most %d iterations can be granted at once".formatted(MAX_ITERATIONS));
        }
        if (more.costUsd() != null && limits.costUsd() == null) {
            throw notNow("the task has no limit of cost that could be extended");
        }
        if (more.tokens() != null && limits.tokens() == null) {
            throw notNow("the task has no limit of tokens that could be extended");
        }
    }

    public void checkStop(Action action) {
        checkLength(action);
        if (stopRequested) {
            throw notNow("the task is already being stopped");
        }
    }

    /** Runs the action of an update once. */
    public void once(Runnable action) {
        if (!updates.repeated()) {
            action.run();
            updates.tookEffect();
        }
    }

    /** Runs the check of an update, unless the update took effect before. */
    public void unlessRepeated(Runnable check) {
        if (!updates.repeated()) {
            check.run();
        }
    }

    public void answer(Action action) {
        resolution = new Resolution.Answered(action.text(), action.by());
        if (guided) {
            guidance.add(action.text());
        }
    }

    /** Also answers an open question, since the task can continue with the grant. A choice stays open. */
    public void extended(Extension more) {
        if (waiting && resolution == null && words.isEmpty()) {
            resolution = new Resolution.Answered(more.text().isBlank() ? "extended" : more.text(), more.by());
        }
    }

    public void approve(Action action) {
        resolution = new Resolution.Approved(action.text(), action.by());
    }

    public void reject(Action action) {
        resolution = new Resolution.Rejected(action.text(), action.by());
    }

    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
    }

    /** The task is about to ask whether it may use its provider. */
    public void asksProvider() {
        mayTry = false;
    }

    /** The account may serve requests again: the task asks at once. */
    public void tryProvider() {
        mayTry = true;
    }

    public boolean mayTry() {
        return mayTry;
    }

    public void instruct(Action action) {
        guidance.add(action.text());
    }

    /** What a person's choice means to the agent; as much of it as there is room for. */
    public void guide(String text) {
        if (guidance.size() < MAX_GUIDANCE) {
            guidance.add(text);
        }
    }

    public void stop(Action action) {
        stopRequested = true;
        stopReason = action.text();
    }

    /**
     * Accepts answers from here on, and approval if there is a result.
     *
     * @param choices the only valid answers; empty accepts any as guidance
     */
    public void open(boolean resultExists, List<String> choices) {
        open(resultExists, true, choices.isEmpty(), choices);
    }

    /**
     * Accepts answers and approval from here on: the work itself is no longer in question, so none of them is guidance.
     */
    public void openForDelivery() {
        open(true, false, false, List.of());
    }

    /** Accepts one of these answers, approval and rejection from here on: the delivery waits for consent. */
    public void openBeforeDelivery(List<String> choices) {
        open(true, true, false, choices);
    }

    private void open(boolean approval, boolean rejection, boolean guides, List<String> choices) {
        waiting = true;
        guided = guides;
        words = List.copyOf(choices);
        approvable = approval;
        rejectable = rejection;
        resolution = null;
    }

    /** Rejects the result, as a person could; a choice stays unanswered. */
    public void rejectUnanswered() {
        if (!closed() && rejectable && words.isEmpty()) {
            resolution = new Resolution.Rejected("nobody answered in time", DEADLINE);
        }
    }

    /** Lets the agent go on without an answer, once in the life of the task; a choice stays unanswered. */
    public void continueUnanswered() {
        if (!closed() && guided && guidance.size() < MAX_GUIDANCE && !guidance.contains(UNANSWERED)) {
            guidance.add(UNANSWERED);
            resolution = new Resolution.Answered(UNANSWERED, DEADLINE);
        }
    }

    @Nullable
    public Resolution shut() {
        waiting = false;
        Resolution closed = resolution;
        resolution = null;
        return closed;
    }

    public boolean closed() {
        return resolution != null || stopRequested;
    }

    public boolean paused() {
        return paused;
    }

    public boolean stopRequested() {
        return stopRequested;
    }

    public String stopReason() {
        return stopReason;
    }

    /** Everything people said so far: every session starts afresh, so every prompt includes it. */
    public List<String> guidance() {
        return List.copyOf(guidance);
    }

    public List<String> handledUpdates() {
        return updates.ids();
    }

    private void checkWaiting(String what) {
        if (!waiting || resolution != null) {
            throw notNow("the task does not wait for a person, so there is nothing to " + what);
        }
    }

    /** Every prompt and every continued run carries all of it. */
    private void checkRoom() {
        if (guidance.size() >= MAX_GUIDANCE) {
            throw notNow("this task already has %d messages from people; submit a new task".formatted(MAX_GUIDANCE));
        }
    }

    private static void checkText(Action action, String what) {
        if (action.text().isBlank()) {
            throw notNow("the " + what + " is empty");
        }
        checkLength(action);
    }

    private static void checkLength(Action action) {
        if (action.text().length() > Action.MAX_TEXT) {
            throw notNow("the text is longer than %d characters".formatted(Action.MAX_TEXT));
        }
        if (action.by().length() > Action.MAX_BY) {
            throw notNow("the name is longer than %d characters".formatted(Action.MAX_BY));
        }
    }

    private static ApplicationFailure notNow(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.NOT_NOW);
    }
}
