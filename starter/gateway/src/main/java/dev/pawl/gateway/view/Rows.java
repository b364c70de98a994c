package dev.pawl.gateway.view;

import dev.pawl.db.access.AccessTokens;
import dev.pawl.db.access.Calls;
import dev.pawl.db.action.Actions;
import dev.pawl.db.budget.Reservations;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.event.Events;
import dev.pawl.db.inbox.Inbox;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.question.Questions;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.TaskMarks;
import dev.pawl.db.task.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The repositories of the gateway. */
public record Rows(
        Tasks tasks,
        TaskMarks marks,
        Iterations iterations,
        Sessions sessions,
        Actions actions,
        CheckResults checks,
        JudgeCalls judgeCalls,
        Decisions decisions,
        Questions questions,
        Events events,
        Reservations reservations,
        PlanReads plans,
        Inbox inbox,
        AccessTokens accessTokens,
        Calls calls) {
    public static Rows of(Repositories repositories, JdbcClient jdbc, TransactionOperations transactions) {
        return new Rows(
                repositories.tasks(),
                new TaskMarks(jdbc),
                repositories.iterations(),
                repositories.sessions(),
                repositories.actions(),
                repositories.checkResults(),
                repositories.judgeCalls(),
                repositories.decisions(),
                repositories.questions(),
                repositories.events(),
                new Reservations(jdbc, transactions),
                repositories.plans(),
                repositories.inbox(),
                repositories.accessTokens(),
                repositories.calls());
    }
}
