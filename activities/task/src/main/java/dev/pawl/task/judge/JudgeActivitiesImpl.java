package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.db.judgement.JudgementRow;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.host.heartbeat.Heartbeat;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.Agreement;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.JudgeSpec;
import io.temporal.activity.Activity;

/** Asks a task's judge and stores the judgement with its cost. */
public final class JudgeActivitiesImpl implements JudgeActivities {
    private final Judge agents;
    private final Judge servers;
    private final Judgements judgements;
    private final TaskEvents events;

    /**
     * @param agents asks a coding agent
     * @param servers asks a model server
     */
    public JudgeActivitiesImpl(Judge agents, Judge servers, Judgements judgements, TaskEvents events) {
        this.agents = agents;
        this.servers = servers;
        this.judgements = judgements;
        this.events = events;
    }

    @Override
    public Judgement judge(JudgeIteration input) {
        // The engine counts from 1, its test environment from 0.
        int attempt = Math.max(1, Activity.getExecutionContext().getInfo().getAttempt());
        try (Heartbeat heartbeat = Heartbeat.start()) {
            Patience patience = new Patience(heartbeat);
            Judgement judgement = asked(input.judge()).judge(input, attempt, endedBy(heartbeat), patience);
            heartbeat.check();
            patience.insist(() -> events.together(input.taskId(), () -> {
                store(input, judgement);
                append(input, attempt, judgement);
            }));
            return judgement;
        }
    }

    private Judge asked(JudgeSpec spec) {
        return spec.server() == null ? agents : servers;
    }

    private void store(JudgeIteration input, Judgement judgement) {
        Usage usage = judgement.usage();
        judgements.store(new JudgementRow(
                new JudgementRow.Key(input.taskId(), input.iteration()),
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

    private void append(JudgeIteration input, int attempt, Judgement judgement) {
        Agreement agreement = judgement.agreement();
        events.append(
                input.taskId(),
                EventType.JUDGEMENT_MADE,
                input.iteration() + "/" + attempt,
                new EventFields()
                        .put("iteration", input.iteration())
                        .put("judge", judgement.judge())
                        .put("score", judgement.score())
                        .put("answers", agreement == null ? null : agreement.read())
                        .put("spread", agreement == null ? null : agreement.spread())
                        .put("issues", judgement.issues())
                        .put("question", judgement.question())
                        .put("doubt", judgement.doubt())
                        .put("cost_usd", judgement.usage().costUsd())
                        .put("estimated_usd", judgement.usage().estimatedUsd()));
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
