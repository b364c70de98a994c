package dev.pawl.chaos.work;

import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.event.Events;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.TaskTotals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the database says of one task now. */
public final class Rows {
    private static final int MANY = 100_000;

    private final JdbcClient jdbc;
    private final Repositories repositories;
    private final String id;

    public Rows(DataSource database, String id) {
        this.repositories = Repositories.on(database);
        this.jdbc = JdbcClient.create(database);
        this.id = id;
    }

    public Optional<TaskRow> task() {
        return repositories.tasks().find(id);
    }

    public TaskTotals totals() {
        return repositories.tasks().totals(id);
    }

    public List<SessionRow> sessions() {
        return repositories.sessions().list(id);
    }

    public List<IterationRow> iterations() {
        return repositories.iterations().list(id);
    }

    public List<DecisionRow> decisions() {
        return repositories.decisions().list(id);
    }

    public JudgeTotals judges() {
        return repositories.judgeCalls().totals(id);
    }

    public List<QuestionRow> questions() {
        return repositories.questions().list(id);
    }

    public List<EventRow> events() {
        return new Events(jdbc, TransactionOperations.withoutTransaction()).after(id, 0, MANY);
    }

    /** Directories the task holds. */
    public long locks() {
        return jdbc.sql("select count(*) from workspace_lock where task_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    public boolean finished() {
        return task().filter(row -> row.finishedAt() != null).isPresent();
    }

    /** Of each session so far. */
    public boolean spendingIsStored() {
        return sessions().stream().allMatch(session -> session.inputTokens() > 0);
    }

    /** Waits until the rows say so, through times when there is no database. */
    public void await(String what, Duration bound, Predicate<Rows> condition) {
        Awaitility.await(id + " " + what)
                .atMost(bound)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> condition.test(this));
    }
}
