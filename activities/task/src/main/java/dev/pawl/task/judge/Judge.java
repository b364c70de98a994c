package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.Judgement;

/** Scores the result of an iteration. A verdict that cannot be read is absent, never invented. */
public interface Judge {
    /**
     * @param attempt of the activity, from 1
     * @param watch follows what is run for it, and can end it
     * @param patience for what is written down on the way
     */
    Judgement judge(JudgeIteration input, int attempt, AgentListener watch, Patience patience);
}
