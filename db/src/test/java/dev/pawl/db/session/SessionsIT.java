package dev.pawl.db.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.NotFoundException;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.Tasks;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

class SessionsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final Sessions sessions = DATABASE.repositories().sessions();
    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        tasks.register(Samples.task(task));
    }

    @Test
    void theRowIsCommittedWhenOpenReturns() {
        NewSession session = Samples.session(task);
        sessions.open(session);

        assertThat(row(session.id()).status()).isEqualTo("open");
    }

    @Test
    void aSessionKnowsTaskIterationAttemptAgentAndModel() {
        UUID id = UUID.randomUUID();
        sessions.open(new NewSession(id, task, 3, 2, "claude-code", "sonnet", "host-9", "tag"));

        SessionRow row = row(id);
        assertThat(List.of(row.taskId(), row.agent(), String.valueOf(row.model()), row.hostId(), row.runTag()))
                .containsExactly(task, "claude-code", "sonnet", "host-9", "tag");
        assertThat(List.of(row.iteration(), row.attempt())).containsExactly(3, 2);
    }

    @Test
    void openingTakesTheNextFenceAndAbandonsTheOpenSessionWithItsSpending() {
        NewSession first = Samples.session(task);
        NewSession second = Samples.session(task);
        long firstFence = sessions.open(first).fence();
        sessions.started(first.id(), firstFence, 4711, Instant.now());
        sessions.usage(first.id(), firstFence, Samples.usage(1, 2, 3, 4, "0.5", 6));

        Opened opened = sessions.open(second);

        assertThat(opened.fence()).isEqualTo(firstFence + 1);
        assertThat(tasks.find(task).map(TaskRow::fence)).contains(opened.fence());
        assertThat(opened.abandoned()).containsExactly(row(first.id()));
        SessionRow left = row(first.id());
        assertThat(left.status()).isEqualTo("abandoned");
        assertThat(left.reason()).contains(second.id().toString());
        assertThat(left.pid()).isEqualTo(4711);
        assertThat(left.outputTokens()).isEqualTo(2);
        assertThat(left.endedAt()).isNotNull();
        assertThat(left.durationMillis()).isNotNegative();
    }

    @Test
    void openingTheSameSessionAgainGivesTheSameFence() {
        NewSession session = Samples.session(task);
        Opened first = sessions.open(session);

        assertThat(sessions.open(session)).isEqualTo(first);
        assertThat(sessions.list(task)).hasSize(1);
        assertThat(sessions.current(session.id())).isTrue();
    }

    @Test
    void anIdThatWasUsedBeforeIsRefused() {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        sessions.close(session.id(), fence, Samples.close("completed", SessionUsage.NONE, 1));

        assertThatThrownBy(() -> sessions.open(session))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was used before");
        assertThat(sessions.openOf(task)).isEmpty();
    }

    @Test
    void aSessionOfAnUnknownTaskIsRefused() {
        assertThatThrownBy(() -> sessions.open(Samples.session("nobody"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyWriteOfAnOlderFenceIsRefused() {
        NewSession old = Samples.session(task);
        long oldFence = sessions.open(old).fence();
        NewSession newer = Samples.session(task);
        sessions.open(newer);
        SessionRow left = row(old.id());

        assertThat(sessions.current(old.id())).isFalse();
        assertThat(sessions.started(old.id(), oldFence, 1, Instant.now())).isFalse();
        assertThat(sessions.usage(old.id(), oldFence, Samples.usage(9, 9, 9, 9, "9", 9)))
                .isFalse();
        assertThat(sessions.close(old.id(), oldFence, Samples.close("completed", SessionUsage.NONE, 1)))
                .isFalse();

        assertThat(row(old.id())).isEqualTo(left);
        assertThat(sessions.current(newer.id())).isTrue();
        assertThat(sessions.close(newer.id(), oldFence, Samples.close("completed", SessionUsage.NONE, 1)))
                .isFalse();
        assertThat(row(newer.id()).status()).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed", "timed_out", "cancelled"})
    void aSessionKeepsHowItEndedHoweverOftenItIsClosed(String status) {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        CloseSession close = new CloseSession(
                status,
                "one\0line",
                Samples.usage(1, 2, 3, 4, "0.1", 5),
                1234,
                137,
                "thread-1",
                "opus",
                Samples.HASH,
                "");

        assertThat(sessions.close(session.id(), fence, close)).isTrue();
        SessionRow ended = row(session.id());
        assertThat(sessions.close(session.id(), fence, close)).isTrue();
        assertThat(sessions.close(session.id(), fence, Samples.close("abandoned", SessionUsage.NONE, 0)))
                .isFalse();
        assertThat(sessions.abandonOpen(task, "late")).isEmpty();

        assertThat(row(session.id())).isEqualTo(ended);
        assertThat(List.of(ended.status(), ended.reason(), String.valueOf(ended.model())))
                .containsExactly(status, "one\uFFFDline", "opus");
        assertThat(ended.durationMillis()).isEqualTo(1234);
        assertThat(ended.exitCode()).isEqualTo(137);
        assertThat(ended.agentSessionId()).isEqualTo("thread-1");
        assertThat(ended.transcriptRef()).isEqualTo(Samples.HASH);
        assertThat(ended.endedAt()).isAfterOrEqualTo(ended.startedAt());
    }

    @Test
    void theProcessOfASessionIsKnown() {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        Instant startedAt = Instant.parse("2026-03-01T10:15:30.123456Z");

        assertThat(sessions.started(session.id(), fence, 42, startedAt)).isTrue();
        assertThat(sessions.started(session.id(), fence, 42, startedAt)).isTrue();

        assertThat(row(session.id()).pid()).isEqualTo(42);
        assertThat(row(session.id()).processStartedAt()).isEqualTo(startedAt);
    }

    @Test
    void theDatabaseAllowsOneOpenSessionOfATask() {
        sessions.open(Samples.session(task));

        assertThatThrownBy(() -> insertOpen(UUID.randomUUID(), 99))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("session_one_open_per_task");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "finished", "Completed", "open", ""})
    void theDatabaseRefusesAnUnknownEnd(String status) {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();

        assertThatThrownBy(() -> sessions.close(session.id(), fence, Samples.close(status, SessionUsage.NONE, 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(row(session.id()).status()).isEqualTo("open");
        assertThat(tasks.totals(task).byStatus()).containsOnlyKeys("open");
    }

    @Test
    void theDatabaseRefusesNegativeTokensCostsAndDurations() {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        for (SessionUsage negative : List.of(
                Samples.usage(-1, 0, 0, 0, "0", 0),
                Samples.usage(0, -1, 0, 0, "0", 0),
                Samples.usage(0, 0, -1, 0, "0", 0),
                Samples.usage(0, 0, 0, -1, "0", 0),
                Samples.usage(0, 0, 0, 0, "-0.01", 0),
                Samples.usage(0, 0, 0, 0, "0", -1))) {
            assertThatThrownBy(() -> sessions.usage(session.id(), fence, negative))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> sessions.close(session.id(), fence, Samples.close("failed", SessionUsage.NONE, -1)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aHostFindsItsOpenSessions() {
        NewSession session = Samples.session(task);
        String host = "host-of-" + task;
        sessions.open(new NewSession(session.id(), task, 1, 1, "command", null, host, "tag"));

        assertThat(sessions.listAllOpen(host)).extracting(SessionRow::id).containsExactly(session.id());
        assertThat(sessions.openOf(task)).map(SessionRow::id).contains(session.id());
        assertThat(sessions.abandonOpen(task, "worker lost")).hasSize(1);
        assertThat(sessions.listAllOpen(host)).isEmpty();
        assertThat(sessions.current(session.id())).isFalse();
    }

    @Test
    void anAbandonedSessionLastsToItsLastSignOfLife() {
        NewSession session = Samples.session(task);
        sessions.open(session);
        Instant started = row(session.id()).startedAt().truncatedTo(ChronoUnit.MILLIS);
        DATABASE.jdbc()
                .sql("update session set started_at = :start, seen_at = :start + interval '1500 ms' where id = :id")
                .param("start", started.minusSeconds(3600).atOffset(ZoneOffset.UTC))
                .param("id", session.id())
                .update();

        assertThat(sessions.abandonOpen(task, "worker lost"))
                .extracting(SessionRow::durationMillis)
                .containsExactly(1500L);
    }

    private void insertOpen(UUID id, long fence) {
        DATABASE.jdbc()
                .sql(SessionSql.INSERT)
                .param("id", id)
                .param("taskId", task)
                .param("iteration", 1)
                .param("attempt", 1)
                .param("agent", "command")
                .param("model", null)
                .param("fence", fence)
                .param("hostId", "host-1")
                .param("runTag", "tag")
                .update();
    }

    private SessionRow row(UUID id) {
        return sessions.find(id).orElseThrow();
    }
}
