package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.db.plan.PlanTaskRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Sums over the tasks of a plan or a package. */
final class PlanSpending {
    private PlanSpending() {}

    static Usage usage(PlanTaskRow task) {
        return usage(List.of(task));
    }

    static Totals of(List<PlanTaskRow> tasks) {
        Usage.Builder judges = Usage.newBuilder()
                .setInputTokens(sum(tasks, task -> task.judges().inputTokens()))
                .setOutputTokens(sum(tasks, task -> task.judges().outputTokens()))
                .setCacheReadTokens(sum(tasks, task -> task.judges().cacheReadTokens()))
                .setCacheWriteTokens(sum(tasks, task -> task.judges().cacheWriteTokens()))
                .setTurns(sum(tasks, task -> task.judges().turns()));
        ifPresent(dollars(tasks, task -> task.judges().costUsd()), cost -> judges.setCostUsd(Dollars.text(cost)));
        ifPresent(
                dollars(tasks, task -> task.judges().estimatedUsd()),
                cost -> judges.setEstimatedUsd(Dollars.text(cost)));
        return Totals.newBuilder()
                .setSessions(sum(tasks, PlanTaskRow::sessions))
                .setUsage(usage(tasks))
                .setDurationMs(sum(tasks, PlanTaskRow::durationMillis))
                .setUnpricedSessions(sum(tasks, PlanTaskRow::unpriced))
                .setJudgeCalls(sum(tasks, task -> task.judges().calls()))
                .setJudgeUsage(judges)
                .setUnpricedJudgeCalls(sum(tasks, task -> task.judges().unpriced()))
                .build();
    }

    private static Usage usage(List<PlanTaskRow> tasks) {
        Usage.Builder usage = Usage.newBuilder()
                .setInputTokens(sum(tasks, PlanTaskRow::inputTokens))
                .setOutputTokens(sum(tasks, PlanTaskRow::outputTokens))
                .setCacheReadTokens(sum(tasks, PlanTaskRow::cacheReadTokens))
                .setCacheWriteTokens(sum(tasks, PlanTaskRow::cacheWriteTokens))
                .setTurns(sum(tasks, PlanTaskRow::turns));
        ifPresent(dollars(tasks, PlanTaskRow::costUsd), cost -> usage.setCostUsd(Dollars.text(cost)));
        ifPresent(dollars(tasks, PlanTaskRow::estimatedUsd), cost -> usage.setEstimatedUsd(Dollars.text(cost)));
        return usage.build();
    }

    private static long sum(List<PlanTaskRow> tasks, ToLongFunction<PlanTaskRow> part) {
        return tasks.stream().mapToLong(part).sum();
    }

    private static @Nullable BigDecimal dollars(
            List<PlanTaskRow> tasks, Function<PlanTaskRow, @Nullable BigDecimal> part) {
        return tasks.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
