package dev.pawl.task.decision;

import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.decision.NewDecision;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.record.content.Texts;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.budget.Spending;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Decides on an iteration and stores the decision with all its inputs, so that it can be reproduced. */
public final class Decider {
    private static final String POLICY = "policy";

    private final Spending spending;
    private final FeedbackText feedback;
    private final Texts texts;
    private final Decisions decisions;
    private final Iterations iterations;
    private final TaskEvents events;
    private final RedactedJson json;

    public Decider(
            Spending spending,
            FeedbackText feedback,
            Texts texts,
            Decisions decisions,
            Iterations iterations,
            TaskEvents events,
            RedactedJson json) {
        this.spending = spending;
        this.feedback = feedback;
        this.texts = texts;
        this.decisions = decisions;
        this.iterations = iterations;
        this.events = events;
        this.json = json;
    }

    /** Idempotent: a round is decided once, and later calls return the same decision. */
    public Decided decide(DecideIteration input) {
        return decisions
                .find(input.taskId(), input.round())
                .map(this::decidedBefore)
                .orElseGet(() -> decideNow(input));
    }

    private Decided decidedBefore(DecisionRow row) {
        return json.read(Objects.requireNonNull(row.decided()), Decided.class);
    }

    private Decided decideNow(DecideIteration input) {
        PolicyInput exact = input.input().withSpent(spending.of(input.taskId()));
        Decision decision = DecisionPolicy.decide(exact);
        String said = feedback.of(exact, decision);
        Decided decided = new Decided(
                decision, DecisionPolicy.score(exact), said.isBlank() ? null : texts.put(said), exact.spent());
        NewDecision row = row(input, json.of(exact), decided);
        return events.together(input.taskId(), () -> {
            OptionalInt number = decisions.store(row);
            if (number.isEmpty()) {
                // Another attempt was faster.
                return decide(input);
            }
            iterations.scored(input.taskId(), input.iteration(), decided.score());
            iterations.decided(input.taskId(), input.iteration(), decision.type());
            append(input, number.getAsInt(), decided);
            return decided;
        });
    }

    private NewDecision row(DecideIteration input, String inputs, Decided decided) {
        return new NewDecision(
                input.taskId(),
                input.round(),
                input.iteration(),
                POLICY,
                decided.decision().type(),
                decided.decision().reasons(),
                DecisionPolicy.VERSION,
                inputs,
                json.of(decided),
                decided.score(),
                ref(decided.feedback()),
                decided.spent().costUsd());
    }

    private void append(DecideIteration input, int number, Decided decided) {
        Decision decision = decided.decision();
        events.append(
                input.taskId(),
                EventType.DECISION_MADE,
                Integer.toString(number),
                new EventFields()
                        .put("number", number)
                        .put("iteration", input.iteration())
                        .put("type", decision.type())
                        .put("reasons", decision.reasons())
                        .put("decided_by", POLICY)
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
