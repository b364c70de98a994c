package dev.pawl.db.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.task.TaskResult;
import dev.pawl.db.task.Tasks;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorkspaceLocksIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final WorkspaceLocks locks = new WorkspaceLocks(DATABASE.jdbc());
    private final String first = registered();
    private final String second = registered();
    private final String key = "host:/work/" + first;

    @Test
    void oneTaskAtATimeHoldsADirectoryAndTheOtherLearnsWhich() {
        assertThat(locks.acquire(key, first)).isEmpty();
        assertThat(locks.acquire(key, first)).isEmpty();
        assertThat(locks.acquire(key, second)).contains(first);
        assertThat(locks.acquire(key + "-other", second)).isEmpty();
    }

    @Test
    void aDirectoryInsideAnotherIsTheSameTasks() {
        locks.acquire(key + "/part", first);

        assertThat(locks.acquire(key, second)).contains(first);
        assertThat(locks.acquire(key + "/part/below", second)).contains(first);
        assertThat(locks.acquire(key + "/part", first)).isEmpty();
        locks.release(first);
        assertThat(locks.acquire(key, second)).isEmpty();
        assertThat(locks.acquire(key + "/part", first)).contains(second);
    }

    @Test
    void aLockThatWasReleasedIsFree() {
        locks.acquire(key, first);
        locks.release(second);
        assertThat(locks.acquire(key, second)).contains(first);

        locks.release(first);
        locks.release(first);
        assertThat(locks.acquire(key, second)).isEmpty();
    }

    @Test
    void aFinishedTaskHoldsNoLock() {
        locks.acquire(key, first);
        tasks.finish(first, new TaskResult("failed", "internal", "terminated", null, "none", ""));

        assertThat(locks.acquire(key, second)).isEmpty();
        assertThat(locks.acquire(key, first)).contains(second);
    }

    @Test
    void aPlanHoldsADirectoryLikeATaskUntilItEnds() {
        String plan = "plan-" + first;
        DATABASE.jdbc().sql("""
                        insert into plan (id, run_id, engine, title, host_id, request)
                        values (:id, 'r', 'e', 't', 'h', '{}')
                        """).param("id", plan).update();

        assertThat(locks.acquire(key, plan)).isEmpty();
        assertThat(locks.acquire(key, first)).contains(plan);
        assertThat(locks.acquire(key + "/below", first)).contains(plan);

        DATABASE.jdbc()
                .sql("update plan set status = 'failed', finished_at = clock_timestamp() where id = :id")
                .param("id", plan)
                .update();
        assertThat(locks.acquire(key, first)).isEmpty();
        assertThat(locks.acquire(key, plan)).contains(first);
    }

    @Test
    void theLongestPathCanBeLocked() {
        String path = "/" + "ü/".repeat(2_000) + first;

        assertThat(locks.acquire(path, first)).isEmpty();
        assertThat(locks.acquire(path, second)).contains(first);
    }

    @Test
    void oneOfManyConcurrentCallersGetsTheLock() throws Exception {
        List<Callable<Optional<String>>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String task = registered();
            work.add(() -> locks.acquire(key, task));
        }
        List<Optional<String>> holders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<String>> holder : threads.invokeAll(work)) {
                holders.add(holder.get());
            }
        }

        assertThat(holders).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(holders.stream().flatMap(Optional::stream).distinct()).hasSize(1);
    }

    private String registered() {
        String id = Samples.taskId();
        tasks.register(Samples.task(id));
        return id;
    }
}
