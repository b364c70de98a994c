package dev.pawl.db.testing;

import dev.pawl.db.session.HandMappedSessions;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Prints the cost of database operations; asserts no times. Not part of the build; run it with {@code mvn -pl db -am
 * test -Djacoco.skip -Dtest=DatabaseBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class DatabaseBenchmark {
    private static final int MANY = 100_000;
    private static final int WARM_UP = 500;
    private static final int TIMES = 500;
    private static final int LISTED = 50;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final String ENDED_SESSIONS = """
            insert into session (id, task_id, iteration, attempt, agent, fence, status, host_id, run_tag,
                                 input_tokens, cost_usd, turns, started_at, ended_at, duration_millis)
            select gen_random_uuid(), :task, 1, 1, 'command', n, 'completed', 'host-1', 'tag',
                   n, 0.01, 1, now(), now(), 1
            from generate_series(1, :many) n
            """;

    private static final String THEIR_SUMS = """
            insert into session_total (task_id, status, sessions, input_tokens, output_tokens, cache_read_tokens,
                                       cache_write_tokens, cost_usd, turns, duration_millis)
            select task_id, status, count(*), sum(input_tokens), sum(output_tokens), sum(cache_read_tokens),
                   sum(cache_write_tokens), sum(cost_usd), sum(turns), sum(duration_millis)
            from session where task_id = :task group by task_id, status
            """;

    private static final String FENCE = "update task set fence = :many where id = :task";

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final Sessions sessions = DATABASE.repositories().sessions();
    private final HandMappedSessions byHand = new HandMappedSessions(DATABASE.jdbc(), DATABASE.transactions());
    private final String task = Samples.taskId();
    private final String listed = Samples.taskId();

    @BeforeEach
    void register() {
        tasks.register(Samples.task(task));
        tasks.register(Samples.task(listed));
    }

    @Test
    void sessionOpenAndClose() {
        compareSessionsWithBareCommits();
    }

    @Test
    void rowsMappedBySpringDataAndByHand() {
        for (int i = 0; i < LISTED; i++) {
            NewSession session = Samples.session(listed);
            sessions.close(
                    session.id(), sessions.open(session).fence(), Samples.close("completed", SessionUsage.NONE, 1));
        }

        measure(Map.of(
                "list of " + LISTED + " sessions, Spring Data", () -> sessions.list(listed),
                "list of " + LISTED + " sessions, by hand", () -> byHand.list(listed)));
    }

    @Test
    void totalsOfATaskWithManySessions() {
        for (String statement : List.of(ENDED_SESSIONS, THEIR_SUMS, FENCE, "analyze")) {
            DATABASE.jdbc()
                    .sql(statement)
                    .param("task", task)
                    .param("many", MANY)
                    .update();
        }
        sessions.open(Samples.session(task));

        measure(Map.of(
                "totals of a task with " + tasks.totals(task).sessions() + " sessions (target 5 ms)",
                () -> tasks.totals(task)));
        compareSessionsWithBareCommits();
    }

    /** Alternating, since the cost of a commit depends on the disk and varies from minute to minute. */
    private void compareSessionsWithBareCommits() {
        measure(Map.of(
                "session open + close, fsync on (target 2 ms)", this::openAndClose,
                "session open + close, parameters and rows by hand", this::openAndCloseByHand,
                "two bare commits on the same disk", this::commitTwice));
    }

    private void openAndClose() {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        sessions.close(session.id(), fence, Samples.close("completed", SessionUsage.NONE, 1));
    }

    private void openAndCloseByHand() {
        NewSession session = Samples.session(task);
        long fence = byHand.open(session);
        byHand.close(session.id(), fence, Samples.close("completed", SessionUsage.NONE, 1));
    }

    private void commitTwice() {
        for (int i = 0; i < 2; i++) {
            DATABASE.jdbc()
                    .sql("update task set iteration = iteration + 1 where id = :id")
                    .param("id", task)
                    .update();
        }
    }

    private static void measure(Map<String, Runnable> works) {
        Map<String, List<Double>> millis = new TreeMap<>();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            boolean counts = i >= WARM_UP;
            works.forEach((what, work) -> {
                double took = millisOf(work);
                if (counts) {
                    millis.computeIfAbsent(what, name -> new ArrayList<>()).add(took);
                }
            });
        }
        millis.forEach(DatabaseBenchmark::print);
    }

    private static double millisOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: median %.2f ms, p95 %.2f ms",
                what,
                sorted.get(TIMES / 2),
                sorted.get(TIMES * 95 / 100)));
    }
}
