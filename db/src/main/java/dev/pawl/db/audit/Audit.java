package dev.pawl.db.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds rows that contradict each other, and sets right what follows from other rows. Each question is one statement, so
 * one moment.
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

    /** Tasks whose kept sums are not those over their ended sessions. */
    public List<String> wrongTotals() {
        return jdbc.sql(AuditSql.WRONG_TOTALS).query(String.class).list();
    }

    /** Sums up a task's ended sessions anew. */
    public void sumUp(String taskId) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql(AuditSql.LOCK_TOTALS).update();
            of(AuditSql.FORGET_TOTALS, taskId).update();
            of(AuditSql.SUM_UP, taskId).update();
        });
    }

    /** Sessions that have ended, and what was reserved for them is still held. */
    public List<UUID> unsettled() {
        return jdbc.sql(AuditSql.UNSETTLED).query(UUID.class).list();
    }

    /** Counts what a session that has ended spent of its reservation; does nothing for one that runs. */
    public void settle(UUID session) {
        jdbc.sql(AuditSql.SETTLE).param("session", session).update();
    }

    /** Tasks whose events are not numbered as they should be. */
    public List<EventNumbers> wrongEventNumbers() {
        return jdbc.sql(AuditSql.EVENT_NUMBERS).query(EventNumbers.class).list();
    }

    /** Lets the counter of a task's events go on after the newest. */
    public void countOn(String taskId) {
        of(AuditSql.COUNT_ON, taskId).update();
    }

    /** Tasks that ended longer ago than {@code age}, without an event that says so. */
    public List<String> untoldTasks(Duration age) {
        return older(AuditSql.UNTOLD_TASKS, age).query(String.class).list();
    }

    /** Sessions that ended longer ago than {@code age}, without an event that says so, of tasks whose end was not told. */
    public List<UUID> untoldSessions(Duration age) {
        return older(AuditSql.UNTOLD_SESSIONS, age).query(UUID.class).list();
    }

    /** Open questions of tasks that ended longer ago than {@code age}. */
    public List<OpenQuestion> questionsOfEnded(Duration age) {
        return older(AuditSql.QUESTIONS_OF_ENDED, age).query(OpenQuestion.class).list();
    }

    /** Decisions of the policy older than {@code age} that their iteration does not tell of. */
    public List<UnnotedDecision> unnotedDecisions(Duration age) {
        return older(AuditSql.UNNOTED_DECISIONS, age)
                .query(UnnotedDecision.class)
                .list();
    }

    /** Locks of tasks that have ended. */
    public List<HeldLock> locksOfEnded() {
        return jdbc.sql(AuditSql.LOCKS_OF_ENDED).query(HeldLock.class).list();
    }

    /** Which of the runs belong to sessions that ended longer ago than {@code age}. */
    public List<String> endedRuns(Collection<String> tags, Duration age) {
        return older(AuditSql.ENDED_RUNS, age)
                .param("tags", tags.toArray(new String[0]))
                .query(String.class)
                .list();
    }

    /** Tasks that have not ended, or not longer ago than {@code age}. */
    public List<String> inUse(Duration age) {
        return older(AuditSql.IN_USE, age).query(String.class).list();
    }

    private StatementSpec of(String sql, String taskId) {
        return jdbc.sql(sql).param("taskId", taskId);
    }

    private StatementSpec older(String sql, Duration age) {
        return jdbc.sql(sql).param("seconds", age.toMillis() / 1000.0);
    }
}
