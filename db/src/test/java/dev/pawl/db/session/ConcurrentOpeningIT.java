package dev.pawl.db.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.task.Tasks;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrentOpeningIT {
    private static final int THREADS = 8;
    private static final int ROUNDS = 25;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final Sessions sessions = DATABASE.repositories().sessions();
    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        tasks.register(Samples.task(task));
    }

    @Test
    void oneOfManyConcurrentSessionsStaysOpenAndEachOtherIsAbandonedOnce() throws Exception {
        List<Opened> opened = atOnce(() -> {
            List<Opened> mine = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                mine.add(sessions.open(Samples.session(task)));
            }
            return mine;
        });

        int all = THREADS * ROUNDS;
        assertThat(opened)
                .extracting(Opened::fence)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
        List<SessionRow> abandoned =
                opened.stream().flatMap(one -> one.abandoned().stream()).toList();
        assertThat(abandoned).extracting(SessionRow::id).doesNotHaveDuplicates().hasSize(all - 1);
        assertThat(sessions.openOf(task)).map(SessionRow::fence).contains((long) all);
        assertThat(tasks.totals(task).byStatus()).isEqualTo(Map.of("open", 1L, "abandoned", all - 1L));
    }

    @Test
    void closingAgainstOpeningEndsEachSessionOnceAndCountsItOnce() throws Exception {
        List<Boolean> closed = atOnce(() -> {
            List<Boolean> mine = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                NewSession session = Samples.session(task);
                long fence = sessions.open(session).fence();
                mine.add(sessions.close(
                        session.id(), fence, Samples.close("completed", Samples.usage(1, 0, 0, 0, "1", 1), 1)));
            }
            return mine;
        });

        long completed = Collections.frequency(closed, true);
        Map<String, Long> byStatus = tasks.totals(task).byStatus();
        assertThat(byStatus.getOrDefault("completed", 0L)).isEqualTo(completed);
        assertThat(byStatus.getOrDefault("abandoned", 0L)).isEqualTo(THREADS * ROUNDS - completed);
        assertThat(tasks.totals(task).inputTokens()).isEqualTo(completed);
        assertThat(sessions.openOf(task)).isEmpty();
    }

    private static <T> List<T> atOnce(Callable<List<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<T>> together = () -> {
            start.await();
            return work.call();
        };
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<T>> result : threads.invokeAll(Collections.nCopies(THREADS, together))) {
                results.addAll(result.get());
            }
        }
        return results;
    }
}
