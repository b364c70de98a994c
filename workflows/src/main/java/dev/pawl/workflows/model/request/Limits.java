package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a task. Every loop and every wait ends at one of them.
 *
 * @param iterations 1 to 1000
 * @param turns model turns of one session, where the agent can cap them; absent means its default
 * @param time agent time of the whole task; waiting for people or quotas does not count
 * @param idle silence after which a session is ended
 * @param costUsd US dollars over all sessions; absent means no budget
 * @param personWait how long a question stays open before the task ends with what it has
 * @param tokens of all kinds over all sessions, those of the cache too; absent means no limit
 * @param onBreach what becomes of the task where cost or tokens are spent; absent, as tasks had it before, means the end
 */
public record Limits(
        int iterations,
        @Nullable Integer turns,
        Duration time,
        Duration idle,
        @Nullable BigDecimal costUsd,
        Duration personWait,
        @Nullable Long tokens,
        TaskBreach onBreach) {
    public static final Limits DEFAULT =
            new Limits(5, null, Duration.ofMinutes(30), Duration.ofMinutes(5), null, Duration.ofDays(7), null);

    /** Those of a task that ends where its budget is spent. */
    public Limits(
            int iterations,
            @Nullable Integer turns,
            Duration time,
            Duration idle,
            @Nullable BigDecimal costUsd,
            Duration personWait,
            @Nullable Long tokens) {
        this(iterations, turns, time, idle, costUsd, personWait, tokens, TaskBreach.END);
    }

    /** The same, with another end to its budget. */
    public Limits on(TaskBreach breach) {
        return new Limits(iterations, turns, time, idle, costUsd, personWait, tokens, breach);
    }

    /** The same with more iterations, as people granted them. */
    public Limits plusIterations(int more) {
        return more == 0
                ? this
                : new Limits(
                        Math.min(1000, iterations + more), turns, time, idle, costUsd, personWait, tokens, onBreach);
    }

    public Limits {
        Require.range(iterations, 1, 1000, "limits.iterations");
        if (turns != null) {
            Require.range(turns, 1, 100_000, "limits.turns");
        }
        Require.positive(time, "limits.time");
        Require.positive(idle, "limits.idle");
        Require.positiveOrAbsent(costUsd, "limits.cost");
        Require.positive(personWait, "limits.wait");
        if (tokens != null && tokens < 1) {
            throw new IllegalArgumentException("limits.tokens must be at least 1, not " + tokens);
        }
        onBreach = onBreach == null ? TaskBreach.END : onBreach;
    }
}
