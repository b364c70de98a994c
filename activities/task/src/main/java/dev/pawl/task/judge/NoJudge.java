package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.List;

/** Has no opinion, so that the evidence alone decides. */
public final class NoJudge implements Judge {
    /** As a task names it. */
    public static final String NAME = "none";

    @Override
    public Judgement judge(JudgeIteration input, int attempt, AgentListener watch, Patience patience) {
        return new Judgement(null, List.of(), null, NAME, Usage.NONE);
    }
}
