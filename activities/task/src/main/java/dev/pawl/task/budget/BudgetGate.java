package dev.pawl.task.budget;

import dev.pawl.db.budget.Amount;
import dev.pawl.db.budget.DayUse;
import dev.pawl.db.budget.Reservations;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.model.request.ProviderAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Gives sessions their part of the accounts' daily budgets. An account without a budget costs no query. */
public final class BudgetGate {
    private final AccountBudgets budgets;
    private final Reservations reservations;
    private final Clock clock;

    /** @param clock decides to which day a session that is opened belongs */
    public BudgetGate(AccountBudgets budgets, Reservations reservations, Clock clock) {
        this.budgets = budgets;
        this.reservations = reservations;
        this.clock = clock;
    }

    /** Returns the breach, or empty if a session may be asked for now. Reserves nothing. */
    public Optional<OverBudget> ask(AskAdmission input) {
        return input.overBudget()
                ? Optional.empty()
                : budgets.find(input.account()).flatMap(budget -> over(budget, day(input.at())));
    }

    private Optional<OverBudget> over(AccountBudget budget, LocalDate day) {
        DayUse use = reservations.day(budget.account(), day);
        return budget.leaves(use) ? Optional.empty() : Optional.of(breach(budget, day, use));
    }

    /**
     * Reserves what a session may spend, in the transaction that opens it. Idempotent for a session.
     *
     * @param wanted what the limits of its task leave
     */
    public Grant reserve(UUID session, RunAgent input, Amount wanted) {
        AccountBudget budget = budgets.find(ProviderAccount.of(input.agent())).orElse(null);
        if (budget == null) {
            return new Grant.Given(SessionCap.own(wanted));
        }
        LocalDate day = day(clock.instant());
        DayUse[] seen = new DayUse[1];
        return reservations
                .reserve(session, budget.account(), day, use -> {
                    seen[0] = use;
                    return budget.grant(use, wanted, input.overBudget());
                })
                .<Grant>map(most -> new Grant.Given(new SessionCap(most, wanted, budget, end(day))))
                .orElseGet(() -> new Grant.Refused(breach(budget, day, seen[0])));
    }

    /** To be called before the session's end if no model answered: it spent nothing, not an unknown amount. */
    public void nothingSpent(UUID session) {
        reservations.nothingSpent(session);
    }

    private static OverBudget breach(AccountBudget budget, LocalDate day, DayUse use) {
        return new OverBudget(BreachText.of(budget, day, use), end(day), budget.mayLeave(use), budget.onBreach());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
