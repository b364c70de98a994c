package dev.pawl.activities.judge;

import dev.pawl.activities.agent.AgentListener;
import dev.pawl.activities.event.EventFields;
import dev.pawl.activities.event.EventType;
import dev.pawl.activities.event.TaskEvents;
import dev.pawl.activities.heartbeat.Heartbeat;
import dev.pawl.activities.heartbeat.Patience;
import dev.pawl.db.judgement.JudgementRow;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.workflows.activity.JudgeActivities;
import dev.pawl.workflows.activity.JudgeIteration;
import dev.pawl.workflows.model.Judgement;
import dev.pawl.workflows.model.Usage;
import io.temporal.activity.Activity;

/** Asks the judge a task names and stores what it said with what it cost. */
public final class JudgeActivitiesImpl implements JudgeActivities {
    private final Judge none = new NoJudge();
    private final Judge judge;
    private final Judgements judgements;
    private final TaskEvents events;

    public JudgeActivitiesImpl(Judge judge, Judgements judgements, TaskEvents events) {
        this.judge = judge;
        this.judgements = judgements;
        this.events = events;
    }

    @Override
    public Judgement judge(JudgeIteration input) {
        // The engine counts from 1, its test environment from 0.
        int attempt = Math.max(1, Activity.getExecutionContext().getInfo().getAttempt());
        try (Heartbeat heartbeat = Heartbeat.start()) {
            Judge asked = NoJudge.NAME.equals(input.judge().agent()) ? none : judge;
            Patience patience = new Patience(heartbeat);
            Judgement judgement = asked.judge(input, attempt, endedBy(heartbeat), patience);
            heartbeat.check();
            patience.insist(() -> {
                store(input, judgement);
                tell(input, attempt, judgement);
            });
            return judgement;
        }
    }

    private void store(JudgeIteration input, Judgement judgement) {
        Usage usage = judgement.usage();
        judgements.store(new JudgementRow(
                input.taskId(),
                input.iteration(),
                judgement.judge(),
                judgement.score(),
                judgement.issues(),
                judgement.question(),
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cacheReadTokens(),
                usage.cacheWriteTokens(),
                usage.costUsd(),
                usage.turns()));
    }

    private void tell(JudgeIteration input, int attempt, Judgement judgement) {
        events.tell(
                input.taskId(),
                EventType.JUDGEMENT_MADE,
                input.iteration() + "/" + attempt,
                new EventFields()
                        .put("iteration", input.iteration())
                        .put("judge", judgement.judge())
                        .put("score", judgement.score())
                        .put("issues", judgement.issues())
                        .put("question", judgement.question())
                        .put("cost_usd", judgement.usage().costUsd()));
    }

    private static AgentListener endedBy(Heartbeat heartbeat) {
        return new AgentListener() {
            @Override
            public boolean cancelled() {
                return heartbeat.ended();
            }
        };
    }
}
