package dev.pawl.gateway.submit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Limits;
import dev.pawl.workflows.model.request.TaskBreach;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the limits of a task, each with its default. */
final class LimitsReader {
    private static final dev.pawl.workflows.model.request.Limits DEFAULT =
            dev.pawl.workflows.model.request.Limits.DEFAULT;
    private final Limits limits;
    private final String path;
    private final Violations violations;

    LimitsReader(Limits limits, String path, Violations violations) {
        this.limits = limits;
        this.path = path;
        this.violations = violations;
    }

    dev.pawl.workflows.model.request.Limits read() {
        return new dev.pawl.workflows.model.request.Limits(
                iterations(),
                turns(),
                duration("time", limits.hasTime(), limits.getTime(), DEFAULT.time()),
                duration("idle", limits.hasIdle(), limits.getIdle(), DEFAULT.idle()),
                cost(),
                tokens(),
                onBreach());
    }

    private TaskBreach onBreach() {
        String word = Words.of(limits.getOnBreach());
        return word.isEmpty() ? DEFAULT.onBreach() : TaskBreach.of(word);
    }

    private int iterations() {
        int standIn = DEFAULT.iterations();
        int value = limits.hasIterations() ? limits.getIterations() : standIn;
        return violations.tried(path + ".iterations", value, standIn, n -> with(n, null, null, null));
    }

    private @Nullable Integer turns() {
        if (!limits.hasTurns()) {
            return null;
        }
        return violations.tried(path + ".turns", limits.getTurns(), 1, n -> with(1, n, null, null));
    }

    private @Nullable BigDecimal cost() {
        if (!limits.hasCostUsd()) {
            return null;
        }
        return violations.made(path + ".cost_usd", BigDecimal.ONE, () -> {
            BigDecimal cost = Amounts.dollars(limits.getCostUsd());
            with(1, null, cost, null);
            return cost;
        });
    }

    private @Nullable Long tokens() {
        if (!limits.hasTokens()) {
            return null;
        }
        return violations.made(path + ".tokens", 1L, () -> {
            with(1, null, null, limits.getTokens());
            return limits.getTokens();
        });
    }

    private Duration duration(String name, boolean present, com.google.protobuf.Duration sent, Duration standIn) {
        return present ? Durations.read(path + "." + name, sent, standIn, violations) : standIn;
    }

    /** Validates one limit with defaults for the others. */
    private static void with(
            int iterations, @Nullable Integer turns, @Nullable BigDecimal cost, @Nullable Long tokens) {
        var unused = new dev.pawl.workflows.model.request.Limits(
                iterations, turns, DEFAULT.time(), DEFAULT.idle(), cost, tokens);
    }
}
