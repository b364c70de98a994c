package dev.pawl.activities.decision;

import dev.pawl.db.judgement.JudgementRow;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.db.task.TaskTotals;
import dev.pawl.db.task.Tasks;
import dev.pawl.workflows.policy.PolicyInput;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a task has really spent: all its sessions, whatever became of them, and its judges. */
public final class Spending {
    private final Tasks tasks;
    private final Judgements judgements;

    public Spending(Tasks tasks, Judgements judgements) {
        this.tasks = tasks;
        this.judgements = judgements;
    }

    PolicyInput.Spent of(String taskId) {
        TaskTotals totals = tasks.totals(taskId);
        Optional<BigDecimal> cost = Stream.concat(
                        Stream.ofNullable(totals.costUsd()),
                        judgements.list(taskId).stream()
                                .map(JudgementRow::costUsd)
                                .filter(Objects::nonNull))
                .reduce(BigDecimal::add);
        return new PolicyInput.Spent(cost.orElse(null), totals.durationMillis());
    }
}
