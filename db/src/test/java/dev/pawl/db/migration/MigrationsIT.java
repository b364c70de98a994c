package dev.pawl.db.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.action.NewAction;
import dev.pawl.db.agentevent.AgentEvents;
import dev.pawl.db.agentevent.NewAgentEvent;
import dev.pawl.db.budget.Amount;
import dev.pawl.db.budget.Reservations;
import dev.pawl.db.deadletter.DeadLetters;
import dev.pawl.db.deadletter.NewDeadLetter;
import dev.pawl.db.event.EventRelay;
import dev.pawl.db.event.Events;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.judgement.JudgeCall;
import dev.pawl.db.provider.Gate;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private static final int NEWEST = 1;

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_name <> 'flyway_schema_history'
            """;

    @Test
    void upDownUpWorksOnAPopulatedDatabaseAndDownLeavesNothing() {
        try (TestDatabase database = TestDatabase.migrated()) {
            populate(database);
            UndoMigration undo = new UndoMigration(database.dataSource());

            for (int version = NEWEST; version > 0; version--) {
                assertThat(undo.undo(true)).contains(Integer.toString(version));
            }
            assertThat(undo.undo(true)).isEmpty();
            assertThat(database.jdbc().sql(TABLES).query(String.class).list()).isEmpty();

            new Migrations(database.dataSource()).migrate();
            populate(database);
        }
    }

    @Test
    void aDownThatWouldDropDataSaysSoAndChangesNothing() {
        try (TestDatabase database = TestDatabase.migrated()) {
            String task = populate(database);

            assertThatThrownBy(() -> new UndoMigration(database.dataSource()).undo(false))
                    .isInstanceOf(DataLossException.class)
                    .hasMessageStartingWith("U1__baseline.sql would drop data in: task, ")
                    .hasMessageContaining("account_reservation");

            assertThat(new Migrations(database.dataSource()).version()).isEqualTo("1");
            assertThat(events(database).after(task, 0, 10)).hasSize(1);
        }
    }

    @Test
    void aDownOfEmptyTablesNeedsNoFlag() {
        try (TestDatabase database = TestDatabase.migrated()) {
            UndoMigration undo = new UndoMigration(database.dataSource());

            for (int version = NEWEST; version > 0; version--) {
                assertThat(undo.undo(false)).contains(Integer.toString(version));
            }
            assertThat(undo.undo(false)).isEmpty();
        }
    }

    @Test
    void aDownScriptThatFailsLeavesSchemaAndHistoryAsTheyWere() {
        try (TestDatabase database = TestDatabase.migrated()) {
            database.jdbc()
                    .sql("create view spectator as select reserved_usd from account_reservation")
                    .update();

            UndoMigration undo = new UndoMigration(database.dataSource());

            assertThatThrownBy(() -> undo.undo(true)).hasMessageContaining("other objects depend on it");

            assertThat(new Migrations(database.dataSource()).version()).isEqualTo("1");
            assertThat(database.jdbc().sql(TABLES).query(String.class).list()).contains("agent_action");
        }
    }

    @Test
    void anEmptyDatabaseHasNothingToUndo() {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(new UndoMigration(database.dataSource()).undo(true)).isEmpty();
            assertThat(new Migrations(database.dataSource()).version()).isEqualTo("0");
        }
    }

    @Test
    void severalProcessesMayMigrateAtOnce() throws Exception {
        try (TestDatabase database = TestDatabase.empty();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<String> migrate = () -> {
                Migrations migrations = new Migrations(database.dataSource());
                migrations.migrate();
                return migrations.version();
            };
            for (Future<String> version : threads.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                assertThat(version.get()).isEqualTo(Integer.toString(NEWEST));
            }
        }
    }

    @Test
    void theCommandRefusesDataLossAndUnknownArguments() {
        try (TestDatabase database = TestDatabase.migrated()) {
            populate(database);

            assertThat(UndoCommand.run(List.of(database.url()))).isEqualTo(1);
            assertThat(UndoCommand.run(List.of(database.url(), "--force"))).isEqualTo(2);
            assertThat(UndoCommand.run(List.of(database.url(), "--drop-data"))).isZero();
            assertThat(new Migrations(database.dataSource()).version()).isEqualTo("0");
        }
    }

    /** Rows in the tables of each version, so that no undo drops data unnoticed. */
    private static String populate(TestDatabase database) {
        String task = Samples.taskId();
        database.repositories().tasks().register(Samples.task(task));
        NewSession session = Samples.session(task);
        long fence = database.repositories().sessions().open(session).fence();
        database.repositories()
                .actions()
                .store(task, session.id(), fence, List.of(new NewAction(1, "command", "bash", "ls", "ok")));
        events(database).append("registered", task, "task_registered", "{}");
        database.repositories()
                .judgeCalls()
                .store(new JudgeCall(
                        UUID.randomUUID(), task, 1, "command", 1, 1, 1, 1, BigDecimal.ONE, 1, BigDecimal.ONE));
        Reservations reservations = new Reservations(database.jdbc(), database.transactions());
        reservations.reserve(session.id(), "command", LocalDate.EPOCH, use -> Optional.of(new Amount(null, 1L)));
        new ProviderLimits(database.jdbc()).limited(Gate.ofAccount("claude-code"), task, Instant.EPOCH, null);
        new Hosts(database.jdbc()).seen("host-1");
        new EventRelay(database.jdbc()).relayed(task, 1);
        String digest = "0".repeat(64);
        new AgentEvents(database.jdbc())
                .store(List.of(new NewAgentEvent(
                        task,
                        "agent_action",
                        session.id(),
                        task,
                        "codex",
                        null,
                        "command",
                        5.0,
                        1L,
                        Instant.EPOCH,
                        "{}",
                        digest,
                        "grpc")));
        new DeadLetters(database.jdbc())
                .store(List.of(new NewDeadLetter("topic", 0, 1, null, new byte[] {1}, "[]", 1, "E", "why", digest)));
        return task;
    }

    private static Events events(TestDatabase database) {
        return database.repositories().events();
    }
}
