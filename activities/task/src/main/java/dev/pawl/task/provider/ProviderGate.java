package dev.pawl.task.provider;

import dev.pawl.db.provider.Gate;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.task.budget.BudgetGate;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.ProviderUse;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Admits tasks to a model of a provider's account if its budget and the provider's usage limits allow it, and learns
 * from each session whether the account and the model accept work.
 */
public final class ProviderGate {
    /** How long to wait for a usage limit without a reset time; doubled after each further rejection. */
    static final Duration UNKNOWN_RESET = Duration.ofMinutes(15);

    /** Up to eight hours. */
    private static final int MAX_DOUBLINGS = 5;

    /** How long all others wait for the task that tries; then the next one tries too. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ProviderLimits limits;
    private final BudgetGate budgets;

    public ProviderGate(ProviderLimits limits, BudgetGate budgets) {
        this.limits = limits;
        this.budgets = budgets;
    }

    /** Checks the budget first: a task without budget must not be the one that tries. */
    public Admission ask(AskAdmission input) {
        return budgets.ask(input).map(Admission::over).orElseGet(() -> limited(input));
    }

    private Admission limited(AskAdmission input) {
        var admission = limits.ask(
                Gate.ofModel(input.account(), input.model()),
                input.taskId(),
                input.at(),
                input.at().plus(PATIENCE));
        return switch (admission) {
            case dev.pawl.db.provider.Admission.Go go -> Admission.GO;
            case dev.pawl.db.provider.Admission.Limited limited ->
                Admission.limited(limited.until(), new UsageLimit(limited.ofModel(), limited.said()));
            case dev.pawl.db.provider.Admission.Tried tried -> Admission.tried(tried.byTask());
        };
    }

    /** @param report absent if no agent was run */
    public void learn(String taskId, ProviderUse use, @Nullable AgentReport report) {
        if (report == null) {
            limits.giveUp(taskId);
            return;
        }
        switch (report.ending()) {
            case RATE_LIMITED -> limited(taskId, use, report);
            case FINISHED, TURN_LIMIT, BUDGET, TIMED_OUT, SESSION_FULL, REFUSED -> limits.served(gate(use), use.from());
            case ACCOUNT_BUDGET -> {
                if (report.worked()) {
                    limits.served(gate(use), use.from());
                } else {
                    limits.giveUp(taskId);
                }
            }
            // These endings say nothing about the account.
            case IDLE,
                    BUSY,
                    OUT_OF_CREDIT,
                    NOT_INSTALLED,
                    UNAUTHENTICATED,
                    INVALID,
                    PROVIDER_ERROR,
                    CRASHED,
                    CANCELLED -> limits.giveUp(taskId);
        }
    }

    /** To be called when the task has ended. */
    public void leave(String taskId) {
        limits.giveUp(taskId);
    }

    private static Gate gate(ProviderUse use) {
        return Gate.ofModel(use.account(), use.model());
    }

    private void limited(String taskId, ProviderUse use, AgentReport report) {
        UsageLimit limit = report.limit();
        Instant resetsAt = report.resetsAt();
        Gate closed = limit != null && limit.ofModel() ? gate(use) : Gate.ofAccount(use.account());
        if (resetsAt != null && resetsAt.isAfter(use.to())) {
            limits.limited(closed, taskId, resetsAt, limit == null ? null : limit.said());
        } else {
            limits.limited(closed, taskId, use.to(), UNKNOWN_RESET, MAX_DOUBLINGS);
        }
    }
}
