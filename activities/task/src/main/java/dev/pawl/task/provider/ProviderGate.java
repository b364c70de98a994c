package dev.pawl.task.provider;

import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.task.budget.BudgetGate;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.ProviderUse;
import dev.pawl.workflows.model.evidence.AgentReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Admits tasks to a provider's account if its budget and the provider's usage limits allow it, and learns from each
 * session whether the account accepts work.
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
                input.account(), input.taskId(), input.at(), input.at().plus(PATIENCE));
        return switch (admission) {
            case dev.pawl.db.provider.Admission.Go go -> Admission.GO;
            case dev.pawl.db.provider.Admission.Limited limited -> Admission.limited(limited.until());
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
            case RATE_LIMITED -> limited(taskId, use, report.resetsAt());
            case FINISHED, TURN_LIMIT, BUDGET, TIMED_OUT, SESSION_FULL, REFUSED ->
                limits.served(use.account(), use.from());
            case ACCOUNT_BUDGET -> {
                if (report.worked()) {
                    limits.served(use.account(), use.from());
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

    private void limited(String taskId, ProviderUse use, @Nullable Instant resetsAt) {
        if (resetsAt != null && resetsAt.isAfter(use.to())) {
            limits.limited(use.account(), taskId, resetsAt);
        } else {
            limits.limited(use.account(), taskId, use.to(), UNKNOWN_RESET, MAX_DOUBLINGS);
        }
    }
}
