package dev.pawl.activities.decision;

import dev.pawl.activities.budget.Spending;
import dev.pawl.activities.event.EventFields;
import dev.pawl.activities.event.EventType;
import dev.pawl.activities.event.TaskEvents;
import dev.pawl.activities.redaction.RedactedJson;
import dev.pawl.activities.store.Texts;
import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.workflows.activity.DecideIteration;
import dev.pawl.workflows.activity.Decided;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Decision;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Decides on an iteration and writes the decision down with all it follows from, so that it can be made again. */
public final class Decider {
    private static final String POLICY = "policy";

    private final Spending spending;
    private final FeedbackText feedback;
    private final Texts texts;
    private final Decisions decisions;
    private final Iterations iterations;
    private final TaskEvents events;
    private final RedactedJson json;
    private final Clock clock;

    public Decider(
            Spending spending,
            FeedbackText feedback,
            Texts texts,
            Decisions decisions,
            Iterations iterations,
            TaskEvents events,
            RedactedJson json,
            Clock clock) {
        this.spending = spending;
        this.feedback = feedback;
        this.texts = texts;
        this.decisions = decisions;
        this.iterations = iterations;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Idempotent: the same evidence gives the same decision, which is stored once per iteration. */
    public Decided decide(DecideIteration input) {
        PolicyInput exact = input.input().withSpent(spending.of(input.taskId()));
        Decision decision = DecisionPolicy.decide(exact);
        String said = feedback.of(exact, decision);
        Decided decided = new Decided(
                decision, DecisionPolicy.score(exact), said.isBlank() ? null : texts.put(said), exact.spent());
        store(input, json.of(exact), decided);
        return decided;
    }

    private void store(DecideIteration input, String inputs, Decided decided) {
        Decision decision = decided.decision();
        String feedbackRef = ref(decided.feedback());
        decisions.store(new DecisionRow(
                input.taskId(),
                input.iteration(),
                decision.type(),
                decision.reasons(),
                DecisionPolicy.VERSION,
                inputs,
                decided.score(),
                feedbackRef,
                decided.spent().costUsd(),
                POLICY,
                clock.instant()));
        iterations.scored(input.taskId(), input.iteration(), decided.score());
        iterations.decided(input.taskId(), input.iteration(), decision.type());
        tell(input, inputs, decided);
    }

    private void tell(DecideIteration input, String inputs, Decided decided) {
        Decision decision = decided.decision();
        events.tell(
                input.taskId(),
                EventType.DECISION_MADE,
                // An iteration that waited for a quota is decided on once more, on other evidence.
                input.iteration() + "/" + inputs.hashCode(),
                new EventFields()
                        .put("iteration", input.iteration())
                        .put("type", decision.type())
                        .put("reasons", decision.reasons())
                        .put("score", decided.score())
                        .put("feedback_ref", ref(decided.feedback()))
                        .put("cost_usd", decided.spent().costUsd())
                        .put("estimated_usd", decided.spent().estimatedUsd())
                        .put("unpriced", decided.spent().unpriced())
                        .put("question", question(decision)));
    }

    private static @Nullable String question(Decision decision) {
        return switch (decision) {
            case Decision.Clarify clarify -> clarify.question();
            case Decision.Escalate escalate -> escalate.question();
            case Decision.Accept accept -> null;
            case Decision.Retry retry -> null;
            case Decision.Park park -> null;
            case Decision.Fallback fallback -> null;
            case Decision.Abort abort -> null;
        };
    }

    private static @Nullable String ref(@Nullable ContentRef ref) {
        return ref == null ? null : ref.sha256();
    }
}
