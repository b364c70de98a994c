package dev.pawl.db.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds rows that contradict each other, and repairs what follows from other rows. Each query is one statement, so a
 * consistent snapshot.
 */
public final class Audit {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Audit(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public RowCounts counts() {
        return jdbc.sql(AuditSql.COUNTS).query(RowCounts.class).single();
    }

    /** Tasks whose stored totals differ from the sums over their ended sessions. */
    public List<String> wrongTotals() {
        return jdbc.sql(AuditSql.WRONG_TOTALS).query(String.class).list();
    }

    /** Recomputes the totals of a task's ended sessions. */
    public void sumUp(String taskId) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql(AuditSql.LOCK_TOTALS).update();
            of(AuditSql.FORGET_TOTALS, taskId).update();
            of(AuditSql.SUM_UP, taskId).update();
        });
    }

    /** Ended sessions whose reservation is still open. */
    public List<UUID> unsettled() {
        return jdbc.sql(AuditSql.UNSETTLED).query(UUID.class).list();
    }

    /** Settles the reservation of an ended session; does nothing for a running one. */
    public void settle(UUID session) {
        jdbc.sql(AuditSql.SETTLE).param("session", session).update();
    }

    /** Tasks whose events are not numbered correctly. */
    public List<EventNumbers> wrongEventNumbers() {
        return jdbc.sql(AuditSql.EVENT_NUMBERS).query(EventNumbers.class).list();
    }

    /** Sets the counter of a task's events to the newest one. */
    public void countOn(String taskId) {
        of(AuditSql.COUNT_ON, taskId).update();
    }

    /** Tasks that ended longer ago than {@code age} without an event for it. */
    public List<String> untoldTasks(Duration age) {
        return older(AuditSql.UNTOLD_TASKS, age).query(String.class).list();
    }

    /** Sessions that ended longer ago than {@code age} without an event for it, of tasks whose end has no event yet. */
    public List<UUID> untoldSessions(Duration age) {
        return older(AuditSql.UNTOLD_SESSIONS, age).query(UUID.class).list();
    }

    /** Open questions of tasks that ended longer ago than {@code age}. */
    public List<OpenQuestion> questionsOfEnded(Duration age) {
        return older(AuditSql.QUESTIONS_OF_ENDED, age).query(OpenQuestion.class).list();
    }

    /** Decisions of the policy older than {@code age} that are missing on their iteration. */
    public List<UnnotedDecision> unnotedDecisions(Duration age) {
        return older(AuditSql.UNNOTED_DECISIONS, age)
                .query(UnnotedDecision.class)
                .list();
    }

    /** Locks of tasks that have ended. */
    public List<HeldLock> locksOfEnded() {
        return jdbc.sql(AuditSql.LOCKS_OF_ENDED).query(HeldLock.class).list();
    }

    /** Those of the runs that belong to sessions that ended longer ago than {@code age}. */
    public List<String> endedRuns(Collection<String> tags, Duration age) {
        return older(AuditSql.ENDED_RUNS, age)
                .param("tags", tags.toArray(new String[0]))
                .query(String.class)
                .list();
    }

    /** Tasks that have not ended, or ended less than {@code age} ago. */
    public List<String> inUse(Duration age) {
        return older(AuditSql.IN_USE, age).query(String.class).list();
    }

    /** Plans that have not ended, or ended less than {@code age} ago. */
    public List<String> plansInUse(Duration age) {
        return older(AuditSql.PLANS_IN_USE, age).query(String.class).list();
    }

    /** Whether this is a plan that has ended. */
    public boolean endedPlan(String id) {
        return jdbc.sql(AuditSql.ENDED_PLAN)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private StatementSpec of(String sql, String taskId) {
        return jdbc.sql(sql).param("taskId", taskId);
    }

    private StatementSpec older(String sql, Duration age) {
        return jdbc.sql(sql).param("seconds", age.toMillis() / 1000.0);
    }
}
