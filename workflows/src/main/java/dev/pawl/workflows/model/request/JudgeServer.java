package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;

/**
 * A model server that gives verdicts. Its URL and key are the worker's configuration, never the task's.
 *
 * @param samples how many times it scores each result, 1 to {@value #MOST_SAMPLES}; the median counts
 */
public record JudgeServer(JudgeProvider provider, int samples) {
    public static final int MOST_SAMPLES = 5;

    public JudgeServer {
        Require.range(samples, 1, MOST_SAMPLES, "judge.samples");
    }
}
