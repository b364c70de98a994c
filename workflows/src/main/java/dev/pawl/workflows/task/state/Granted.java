package dev.pawl.workflows.task.state;

import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.task.person.Extension;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What people granted to a task's limits.
 *
 * @param costUsd US dollars
 * @param tokens of all kinds
 * @param time of agents
 */
public record Granted(BigDecimal costUsd, long tokens, Duration time) {
    public static final Granted NOTHING = new Granted(BigDecimal.ZERO, 0, Duration.ZERO);

    public Granted plus(Extension more) {
        return new Granted(
                more.costUsd() == null ? costUsd : costUsd.add(more.costUsd()),
                more.tokens() == null ? tokens : Math.addExact(tokens, more.tokens()),
                more.time() == null ? time : time.plus(more.time()));
    }

    /** Absent limits stay absent. */
    public Limits onTopOf(Limits limits) {
        BigDecimal cost = limits.costUsd();
        Long most = limits.tokens();
        return equals(NOTHING)
                ? limits
                : new Limits(
                        limits.iterations(),
                        limits.turns(),
                        limits.time().plus(time),
                        limits.idle(),
                        plus(cost),
                        most == null ? null : Long.valueOf(Math.addExact(most, tokens)),
                        limits.onBreach());
    }

    private @Nullable BigDecimal plus(@Nullable BigDecimal cost) {
        return cost == null ? null : cost.add(costUsd);
    }
}
