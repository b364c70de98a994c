package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a task. Every loop and every wait ends at one of them.
 *
 * @param iterations 1 to 1000
 * @param turns model turns of one session, if the agent can cap them; absent means its default
 * @param time agent time of the whole task; waiting for people or usage limits does not count
 * @param idle silence after which a session is ended
 * @param costUsd US dollars over all sessions; absent means no limit
 * @param tokens of all kinds over all sessions, including cached ones; absent means no limit
 * @param onBreach what happens if cost or tokens are spent; absent, as in older tasks, means the end
 */
public record Limits(
        int iterations,
        @Nullable Integer turns,
        Duration time,
        Duration idle,
        @Nullable BigDecimal costUsd,
        @Nullable Long tokens,
        TaskBreach onBreach) {
    public static final Limits DEFAULT = new Limits(5, null, Duration.ofMinutes(30), Duration.ofMinutes(5), null, null);

    /** Limits of a task that ends when its budget is spent. */
    public Limits(
            int iterations,
            @Nullable Integer turns,
            Duration time,
            Duration idle,
            @Nullable BigDecimal costUsd,
            @Nullable Long tokens) {
        this(iterations, turns, time, idle, costUsd, tokens, TaskBreach.END);
    }

    /** The same with another reaction to a breach. */
    public Limits on(TaskBreach breach) {
        return new Limits(iterations, turns, time, idle, costUsd, tokens, breach);
    }

    /** The same with more iterations, as granted by people. */
    public Limits plusIterations(int more) {
        return more == 0
                ? this
                : new Limits(Math.min(1000, iterations + more), turns, time, idle, costUsd, tokens, onBreach);
    }

    public Limits {
        Require.range(iterations, 1, 1000, "limits.iterations");
        if (turns != null) {
            Require.range(turns, 1, 100_000, "limits.turns");
        }
        Require.positive(time, "limits.time");
        Require.positive(idle, "limits.idle");
        Require.positiveOrAbsent(costUsd, "limits.cost");
        if (tokens != null && tokens < 1) {
            throw new IllegalArgumentException("limits.tokens must be at least 1, not " + tokens);
        }
        onBreach = onBreach == null ? TaskBreach.END : onBreach;
    }
}
