package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.Require;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a plan, beside those of its packages.
 *
 * @param parallel packages that run at once, 1 to {@value #MAX_PARALLEL}
 * @param costUsd US dollars over all packages; absent means no limit
 * @param tokens of all kinds over all packages; absent means no limit
 * @param time from the start of the plan; absent means no limit
 */
public record PlanLimits(
        int parallel,
        @Nullable BigDecimal costUsd,
        @Nullable Long tokens,
        @Nullable Duration time) {
    public static final int MAX_PARALLEL = 1_000;

    public static final PlanLimits DEFAULT = new PlanLimits(4, null, null, null);

    public PlanLimits {
        Require.range(parallel, 1, MAX_PARALLEL, "limits.parallel");
        Require.positiveOrAbsent(costUsd, "limits.cost");
        if (tokens != null && tokens < 1) {
            throw new IllegalArgumentException("limits.tokens must be at least 1, not " + tokens);
        }
        if (time != null) {
            Require.positive(time, "limits.time");
        }
    }
}
