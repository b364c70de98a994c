package dev.pawl.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.db.action.Actions;
import dev.pawl.db.budget.Reservations;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.event.Events;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.db.migration.Migrations;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.question.Questions;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.NewTask;
import dev.pawl.db.task.Tasks;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.ContentClaims;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.workflows.codec.ClaimStore;
import dev.pawl.workflows.codec.PawlDataConverter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One embedded PostgreSQL for all tests of a JVM, and the repositories on it. Tests keep apart by task id. */
public final class Records {
    /** A secret of the host that no row and no text may contain. */
    public static final String SECRET = "correct-horse-battery";

    private static final DataSource DATABASE = start();

    public final JdbcClient jdbc = JdbcClient.create(DATABASE);
    public final TransactionTemplate transactions;
    public final Tasks tasks;
    public final Sessions sessions;
    public final Interactions interactions;
    public final Actions actions;
    public final Iterations iterations;
    public final CheckResults checks;
    public final Decisions decisions;
    public final Judgements judgements;
    public final JudgeCalls judgeCalls;
    public final Questions questions;
    public final PlanReads plans;
    public final Reservations reservations;
    public final Events eventRows;
    public final Redaction redaction = Redaction.of(Map.of("ACME_API_KEY", SECRET));
    public final ObjectMapper mapper = PawlDataConverter.mapper();
    public final RedactedJson json = new RedactedJson(mapper, redaction);
    public final TaskEvents events;

    public Records() {
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
        Repositories repositories = Repositories.on(DATABASE);
        plans = repositories.plans();
        this.tasks = repositories.tasks();
        this.sessions = repositories.sessions();
        this.interactions = repositories.interactions();
        this.actions = repositories.actions();
        this.iterations = repositories.iterations();
        this.checks = repositories.checkResults();
        this.decisions = repositories.decisions();
        this.judgements = repositories.judgements();
        this.judgeCalls = repositories.judgeCalls();
        this.questions = repositories.questions();
        this.reservations = new Reservations(jdbc, transactions);
        this.eventRows = repositories.events();
        this.events = new TaskEvents(eventRows, redaction, mapper);
    }

    /** Stores claims in the content store. */
    public ClaimStore claims() {
        try {
            return new ContentClaims(new LocalContentStore(Files.createTempDirectory("claims")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers a task with a new id. */
    public String newTask() {
        return newTask("");
    }

    /** @param engine the engine of its workflow */
    public String newTask(String engine) {
        String id = "task-" + UUID.randomUUID();
        tasks.register(new NewTask(
                id, "run-1", engine, "A task", "scripted", null, null, "isolated", "here", "{}", null, List.of()));
        return id;
    }

    /** The types of the task's events in order. */
    public List<String> eventTypes(String taskId) {
        return eventRows.after(taskId, 0, 1_000).stream().map(EventRow::type).toList();
    }

    private static DataSource start() {
        try {
            // A pipe would stay open after pg_ctl has ended: see ProcessStart.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            new Migrations(postgres.getPostgresDatabase()).migrate();
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
