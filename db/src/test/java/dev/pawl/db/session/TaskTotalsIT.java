package dev.pawl.db.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.audit.Audit;
import dev.pawl.db.task.TaskTotals;
import dev.pawl.db.task.Tasks;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskTotalsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final Sessions sessions = DATABASE.repositories().sessions();
    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        tasks.register(Samples.task(task));
    }

    @Test
    void spendingOfSessionsCountsHoweverTheyEnded() {
        end("completed", Samples.usage(1, 10, 100, 1_000, "0.000001", 1), 11);
        end("failed", Samples.usage(2, 20, 200, 2_000, "0.1", 2), 22);
        end("timed_out", Samples.usage(4, 40, 400, 4_000, "0.02", 4), 44);
        end("cancelled", Samples.usage(8, 80, 800, 8_000, "0.003", 8), 88);
        abandonAfter(Samples.usage(16, 160, 1_600, 16_000, "0.0004", 16));

        TaskTotals totals = tasks.totals(task);

        assertThat(totals.byStatus())
                .isEqualTo(Map.of("completed", 1L, "failed", 1L, "timed_out", 1L, "cancelled", 1L, "abandoned", 1L));
        assertThat(List.of(
                        totals.inputTokens(),
                        totals.outputTokens(),
                        totals.cacheReadTokens(),
                        totals.cacheWriteTokens(),
                        totals.turns()))
                .containsExactly(31L, 310L, 3_100L, 31_000L, 31L);
        assertThat(totals.costUsd()).isEqualByComparingTo("0.123401");
        assertThat(totals.durationMillis()).isEqualTo(165 + duration("abandoned"));
    }

    @Test
    void theOpenSessionCountsWithItsSpendingSoFar() {
        end("completed", Samples.usage(1, 2, 3, 4, "0.5", 1), 10);
        NewSession open = Samples.session(task);
        long fence = sessions.open(open).fence();
        sessions.usage(open.id(), fence, Samples.usage(10, 20, 30, 40, "0.25", 3));

        TaskTotals totals = tasks.totals(task);

        assertThat(totals.sessions()).isEqualTo(2);
        assertThat(totals.byStatus()).isEqualTo(Map.of("completed", 1L, "open", 1L));
        assertThat(totals.totalTokens()).isEqualTo(110);
        assertThat(totals.costUsd()).isEqualByComparingTo("0.75");
        assertThat(totals.durationMillis()).isEqualTo(10);
    }

    @Test
    void anEndThatIsRepeatedOrRefusedIsCountedOnce() {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        CloseSession close = Samples.close("failed", Samples.usage(5, 0, 0, 0, "1", 1), 7);
        for (int i = 0; i < 3; i++) {
            sessions.close(session.id(), fence, close);
            sessions.abandonOpen(task, "again");
            sessions.usage(session.id(), fence, Samples.usage(99, 0, 0, 0, "9", 9));
        }

        assertThat(tasks.totals(task).byStatus()).isEqualTo(Map.of("failed", 1L));
        assertThat(tasks.totals(task).inputTokens()).isEqualTo(5);
    }

    @Test
    void anUnknownCostIsNotZero() {
        end("completed", SessionUsage.NONE, 1);
        assertThat(tasks.totals(task).costUsd()).isNull();

        end("completed", Samples.usage(0, 0, 0, 0, "0.10", 0), 1);
        end("completed", SessionUsage.NONE, 1);
        assertThat(tasks.totals(task).costUsd()).isEqualByComparingTo("0.10");
    }

    @Test
    void estimatesAreKeptApartAndUnknownCostsAreCounted() {
        end("completed", Samples.usage(0, 0, 0, 0, "0.10", 0), 1);
        end("completed", estimated("0.20"), 1);
        end("failed", estimated("0.05"), 1);
        ran("completed", SessionUsage.NONE);
        ran("failed", SessionUsage.NONE);
        // If no agent ran, nothing was spent.
        end("failed", SessionUsage.NONE, 1);
        NewSession open = Samples.session(task);
        long fence = sessions.open(open).fence();
        sessions.started(open.id(), fence, 42, Instant.EPOCH);

        TaskTotals totals = tasks.totals(task);

        assertThat(totals.costUsd()).isEqualByComparingTo("0.35");
        assertThat(totals.estimatedUsd()).isEqualByComparingTo("0.25");
        assertThat(totals.unpriced()).isEqualTo(3);
        sessions.usage(open.id(), fence, estimated("0.01"));
        assertThat(tasks.totals(task).unpriced()).isEqualTo(2);
        assertThat(tasks.totals(task).estimatedUsd()).isEqualByComparingTo("0.26");
        assertThat(new Audit(DATABASE.jdbc(), DATABASE.transactions()).wrongTotals())
                .doesNotContain(task);
    }

    @Test
    void anEstimateIsAPartOfTheCost() {
        SessionUsage more = new SessionUsage(0, 0, 0, 0, BigDecimal.ONE, 0, BigDecimal.TEN);
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();

        assertThatThrownBy(() -> sessions.usage(session.id(), fence, more))
                .hasMessageContaining("session_estimate_is_of_its_cost");
    }

    @Test
    void otherTasksAreNotCounted() {
        String other = Samples.taskId();
        tasks.register(Samples.task(other));
        end("completed", Samples.usage(1, 1, 1, 1, "1", 1), 1);

        assertThat(tasks.totals(other).sessions()).isZero();
        assertThat(tasks.totals(other).costUsd()).isNull();
    }

    @Test
    void totalsEqualTheSumOverTheRowsAfterAnyHistory() {
        Random random = new Random(6);
        List<String> ends = List.of("completed", "failed", "timed_out", "cancelled");
        for (int i = 0; i < 200; i++) {
            SessionUsage usage = randomUsage(random);
            if (random.nextInt(5) == 0) {
                abandonAfter(usage);
            } else {
                end(ends.get(random.nextInt(ends.size())), usage, random.nextInt(10_000));
            }
        }

        TaskTotals totals = tasks.totals(task);
        List<SessionRow> rows = sessions.list(task);
        assertThat(totals.sessions()).isEqualTo(200);
        assertThat(totals.totalTokens())
                .isEqualTo(rows.stream().mapToLong(TaskTotalsIT::tokens).sum());
        assertThat(totals.turns())
                .isEqualTo(rows.stream().mapToLong(SessionRow::turns).sum());
        assertThat(totals.costUsd()).isEqualByComparingTo(cost(rows));
        assertThat(totals.byStatus().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(200);
    }

    private void end(String status, SessionUsage usage, long durationMillis) {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        assertThat(sessions.close(session.id(), fence, Samples.close(status, usage, durationMillis)))
                .isTrue();
    }

    private void ran(String status, SessionUsage usage) {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        sessions.started(session.id(), fence, 42, Instant.EPOCH);
        sessions.close(session.id(), fence, Samples.close(status, usage, 1));
    }

    private static SessionUsage estimated(String cost) {
        return new SessionUsage(1, 1, 1, 1, new BigDecimal(cost), 1, new BigDecimal(cost));
    }

    private void abandonAfter(SessionUsage usage) {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        sessions.usage(session.id(), fence, usage);
        assertThat(sessions.abandonOpen(task, "worker lost")).hasSize(1);
    }

    private long duration(String status) {
        return sessions.list(task).stream()
                .filter(row -> row.status().equals(status))
                .map(SessionRow::durationMillis)
                .mapToLong(millis -> millis == null ? 0 : millis)
                .sum();
    }

    private static SessionUsage randomUsage(Random random) {
        BigDecimal cost = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(1_000_000), 7);
        return new SessionUsage(
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                cost,
                1,
                null);
    }

    private static long tokens(SessionRow row) {
        return row.inputTokens() + row.outputTokens() + row.cacheReadTokens() + row.cacheWriteTokens();
    }

    private static BigDecimal cost(List<SessionRow> rows) {
        return rows.stream()
                .map(SessionRow::costUsd)
                .map(cost -> cost == null ? BigDecimal.ZERO : cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
