package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.Judgement;

/** Scores the result of an iteration. An unreadable verdict is absent, never invented. */
public interface Judge {
    /**
     * @param attempt of the activity, from 1
     * @param watch observes the judge's run and can end it
     * @param patience retries the writes of its spending
     */
    Judgement judge(JudgeIteration input, int attempt, AgentListener watch, Patience patience);
}
