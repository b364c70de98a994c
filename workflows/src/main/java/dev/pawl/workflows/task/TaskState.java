package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import dev.pawl.workflows.policy.PolicyInput;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.state.Carried;
import dev.pawl.workflows.task.state.Granted;
import dev.pawl.workflows.task.state.Line;
import dev.pawl.workflows.task.state.Lineup;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** State of a task. Mutable, owned by one workflow run and used only by its workflow thread. */
final class TaskState {
    /** Longest reason of an outcome; the decision has the full text. */
    private static final int MAX_REASON = 2_000;

    /** Includes what people allowed since. */
    TaskRequest request;

    @Nullable
    Registration registration;

    @Nullable
    Prepared prepared;

    TaskStatus status = TaskStatus.RUNNING;
    String phase = "starting";
    String detail = "";
    int iteration;
    String snapshot = "";

    @Nullable
    ContentRef prompt;

    @Nullable
    ContentRef feedback;

    @Nullable
    Decision lastDecision;

    @Nullable
    String question;

    /** Kind of the open question, which determines the valid answers. */
    String questionKind = "";

    /** The only valid answers; empty accepts any. */
    List<String> choices = List.of();

    /** Names of checks that a person skipped. */
    final List<String> skipped = new ArrayList<>();

    double score;
    PolicyInput.Spent spent = PolicyInput.Spent.NOTHING;
    PolicyInput.History history = PolicyInput.History.NONE;
    int extraIterations;
    int turnLimitHits;
    Granted granted = Granted.NOTHING;

    /** The limits at the last decision. */
    Limits decidedWith;

    /** As in the outcome; {@code none} before. */
    Delivery delivery = Delivery.NONE;

    final Lineup lineup;

    /** Absent for a task of its own. */
    @Nullable
    final PlanMember member;

    TaskState(TaskInput input) {
        request = input.request();
        member = input.member();
        decidedWith = request.limits();
        Carried carried = input.carried();
        lineup = new Lineup(request.lineup(), carried);
        if (carried != null) {
            registration = carried.registration();
            prepared = carried.prepared();
            iteration = carried.iteration();
            snapshot = carried.snapshot();
            prompt = carried.prompt();
            feedback = carried.feedback();
            lastDecision = carried.lastDecision();
            spent = carried.spent();
            history = carried.history();
            extraIterations = carried.extraIterations();
            turnLimitHits = carried.turnLimitHits();
            score = carried.score();
            granted = carried.granted();
            skipped.addAll(carried.skipped());
        }
    }

    Registration registered() {
        if (registration == null) {
            throw new IllegalStateException("the task is not registered yet");
        }
        return registration;
    }

    Prepared ready() {
        if (prepared == null) {
            throw new IllegalStateException("the workspace is not prepared yet");
        }
        return prepared;
    }

    String host() {
        return registered().hostId();
    }

    Carried carry(PersonDesk desk) {
        List<String> overBudgetOf = lineup.carryOverBudget();
        return new Carried(
                registered(),
                ready(),
                iteration,
                snapshot,
                prompt,
                feedback,
                lastDecision,
                desk.guidance(),
                spent,
                history,
                extraIterations,
                turnLimitHits,
                desk.paused(),
                score,
                desk.handledUpdates(),
                overBudgetOf != null,
                granted,
                lineup.carry(),
                overBudgetOf,
                skipped);
    }

    /** The request's limits plus grants. */
    Limits limits() {
        return granted.onTopOf(request.limits()).plusIterations(extraIterations);
    }

    void grant(Extension more) {
        extraIterations += more.iterations();
        granted = granted.plus(more);
    }

    /** From now on these paths may change and be removed, even if checks trust them. */
    void allow(List<String> paths) {
        TestChanges tests = request.tests();
        request = request.toBuilder()
                .tests(new TestChanges(plus(tests.mayChange(), paths), plus(tests.mayRemove(), paths)))
                .build();
    }

    private static List<String> plus(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Whether an agent changed anything. */
    boolean resultExists() {
        return prepared != null && !snapshot.equals(prepared.base());
    }

    /** Outcome of a task that ends before its work is proven: changes are kept. */
    Outcome unfinished() {
        return resultExists() ? Outcome.PARTIAL : Outcome.REJECTED;
    }

    /**
     * Starts again on another host, about which nothing is known yet. Spending, and people's answers and grants, are
     * kept.
     */
    void beginAgain(Registration elsewhere) {
        registration = elsewhere;
        prepared = null;
        snapshot = "";
        prompt = null;
        feedback = null;
        history = history.startingAgain();
        turnLimitHits = 0;
    }

    /** The end of a task whose result is accepted. */
    TaskOutcome accepted(Cause cause, String reason, Delivery end) {
        delivery = end;
        return new TaskOutcome(
                Outcome.ACCEPTED,
                cause,
                Line.of(reason, MAX_REASON),
                iteration,
                snapshot.isEmpty() ? null : snapshot,
                end);
    }

    /** The task's end with its results so far. */
    TaskOutcome ended(Outcome outcome, Cause cause, String reason) {
        return new TaskOutcome(
                outcome, cause, Line.of(reason, MAX_REASON), iteration, snapshot.isEmpty() ? null : snapshot);
    }

    TaskView view() {
        return new TaskView(request.title(), status, iteration, phase, question, lastDecision);
    }
}
