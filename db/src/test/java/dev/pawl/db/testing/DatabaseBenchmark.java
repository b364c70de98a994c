package dev.pawl.db.testing;

import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.Tasks;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Prints what the database costs; asserts no times. No part of the build, run it by name:
 * {@code mvn -pl db -am test -Djacoco.skip -Dtest=DatabaseBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class DatabaseBenchmark {
    private static final int MANY = 100_000;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = new Tasks(DATABASE.jdbc());
    private final Sessions sessions = new Sessions(DATABASE.jdbc(), DATABASE.transactions());
    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        tasks.register(Samples.task(task));
    }

    @Test
    void sessionOpenAndClose() {
        measure("session open + close, fsync on (target 2 ms)", 500, this::openAndClose);
    }

    @Test
    void totalsOfATaskWithManySessions() {
        DATABASE.jdbc().sql("""
                        insert into session (id, task_id, iteration, attempt, agent, fence, status, host_id, run_tag,
                                             input_tokens, cost_usd, turns, ended_at, duration_millis)
                        select gen_random_uuid(), :task, 1, 1, 'command', n, 'completed', 'host-1', 'tag',
                               n, 0.01, 1, clock_timestamp(), 1
                        from generate_series(1, :many) n
                        """).param("task", task).param("many", MANY).update();
        DATABASE.jdbc().sql("""
                        insert into session_total
                        select task_id, status, count(*), sum(input_tokens), sum(output_tokens),
                               sum(cache_read_tokens), sum(cache_write_tokens), sum(cost_usd), sum(turns),
                               sum(duration_millis)
                        from session where task_id = :task group by task_id, status
                        """).param("task", task).update();
        DATABASE.jdbc()
                .sql("update task set fence = :many where id = :task")
                .param("many", MANY)
                .param("task", task)
                .update();
        sessions.open(Samples.session(task));
        DATABASE.jdbc().sql("analyze").update();

        measure(
                "totals of a task with " + tasks.totals(task).sessions() + " sessions (target 5 ms)",
                500,
                () -> tasks.totals(task));
        measure("session open + close beside them", 500, this::openAndClose);
    }

    private void openAndClose() {
        NewSession session = Samples.session(task);
        long fence = sessions.open(session).fence();
        sessions.close(session.id(), fence, Samples.close("completed", SessionUsage.NONE, 1));
    }

    private static void measure(String what, int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.println(String.format(
                Locale.ROOT, "%s: median %.2f ms, p95 %.2f ms", what, millis[times / 2], millis[times * 95 / 100]));
    }
}
