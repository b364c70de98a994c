package dev.pawl.chaos.work;

import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.event.Events;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.db.question.Questions;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.TaskTotals;
import dev.pawl.db.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's current state of one task. */
public final class Rows {
    private static final int MANY = 100_000;

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Sessions sessions;
    private final Iterations iterations;
    private final Decisions decisions;
    private final JudgeCalls judgeCalls;
    private final Questions questions;
    private final Events events;
    private final String id;

    public Rows(DataSource database, String id) {
        Repositories repositories = Repositories.on(database);
        this.jdbc = JdbcClient.create(database);
        this.id = id;
        this.tasks = repositories.tasks();
        this.sessions = repositories.sessions();
        this.iterations = repositories.iterations();
        this.decisions = repositories.decisions();
        this.judgeCalls = repositories.judgeCalls();
        this.questions = repositories.questions();
        this.events = repositories.events();
    }

    public Optional<TaskRow> task() {
        return tasks.find(id);
    }

    public TaskTotals totals() {
        return tasks.totals(id);
    }

    public List<SessionRow> sessions() {
        return sessions.list(id);
    }

    public List<IterationRow> iterations() {
        return iterations.list(id);
    }

    public List<DecisionRow> decisions() {
        return decisions.list(id);
    }

    public JudgeTotals judges() {
        return judgeCalls.totals(id);
    }

    public List<QuestionRow> questions() {
        return questions.list(id);
    }

    public List<EventRow> events() {
        return events.after(id, 0, MANY);
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

    /** For each session so far. */
    public boolean spendingIsStored() {
        return sessions().stream().allMatch(session -> session.inputTokens() > 0);
    }

    /** Waits until the rows match, even through outages of the database. */
    public void await(String what, Duration bound, Predicate<Rows> condition) {
        Awaitility.await(id + " " + what)
                .atMost(bound)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> condition.test(this));
    }
}
