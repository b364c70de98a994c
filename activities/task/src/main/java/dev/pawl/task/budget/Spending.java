package dev.pawl.task.budget;

import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.task.TaskTotals;
import dev.pawl.db.task.Tasks;
import dev.pawl.workflows.policy.PolicyInput;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a task has actually spent: all its sessions, however they ended, and all calls of its judges. */
public final class Spending {
    private final Tasks tasks;
    private final JudgeCalls judges;

    public Spending(Tasks tasks, JudgeCalls judges) {
        this.tasks = tasks;
        this.judges = judges;
    }

    public PolicyInput.Spent of(String taskId) {
        TaskTotals sessions = tasks.totals(taskId);
        JudgeTotals judging = judges.totals(taskId);
        return new PolicyInput.Spent(
                sum(sessions.costUsd(), judging.costUsd()),
                sessions.durationMillis(),
                sessions.totalTokens() + judging.totalTokens(),
                sum(sessions.estimatedUsd(), judging.estimatedUsd()),
                sessions.unpriced() + judging.unpriced());
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : a.add(b);
    }
}
