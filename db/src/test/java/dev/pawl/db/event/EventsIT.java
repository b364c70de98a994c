package dev.pawl.db.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.NotFoundException;
import dev.pawl.db.task.Tasks;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class EventsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Events events = DATABASE.repositories().events();
    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        DATABASE.repositories().tasks().register(Samples.task(task));
    }

    @Test
    void storingAnEventTwiceIsANoOp() {
        long first = events.append("a", task, "task_registered", "{\"n\":1}");
        EventRow stored = events.after(task, 0, 10).getFirst();

        assertThat(events.append("a", task, "task_finished", "{\"n\":2}")).isEqualTo(first);
        assertThat(events.after(task, 0, 10)).containsExactly(stored);
        assertThat(events.append("b", task, "task_finished", "{}")).isEqualTo(first + 1);
    }

    @Test
    void theEndOfATaskIsItsLastEvent() {
        long end = events.append("end", task, "task_finished", "{}");

        assertThat(events.append("late", task, "decision_made", "{}")).isEqualTo(end);
        assertThat(events.after(task, 0, 10)).extracting(EventRow::type).containsExactly("task_finished");
    }

    @Test
    void eventsAppendedAtOnceAreNumberedInOrderAndOnce() {
        events.append("b", task, "task_registered", "{}");

        List<NewEvent> all = List.of(
                new NewEvent("a", "agent_activity", "{\"n\":1}"),
                new NewEvent("b", "agent_activity", "{\"n\":2}"),
                new NewEvent("c", "agent_activity", "{\"n\":3}"));
        events.appendAll(task, all);
        events.appendAll(task, all);
        events.appendAll(task, List.of());

        assertThat(events.after(task, 0, 10)).extracting(EventRow::eventId).containsExactly("b", "a", "c");
        assertThat(events.after(task, 0, 10)).extracting(EventRow::seq).containsExactly(1L, 2L, 3L);
        assertThat(events.last(task)).isEqualTo(3);
    }

    @Test
    void nothingIsAppendedAtOnceAfterTheEnd() {
        events.append("end", task, "task_finished", "{}");

        events.appendAll(task, List.of(new NewEvent("late", "agent_activity", "{}")));

        assertThat(events.last(task)).isEqualTo(1);
        assertThatThrownBy(() -> events.appendAll("nobody", List.of())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void rowsWrittenTogetherAreStoredWithTheirEventsOrNotAtAll() {
        Tasks tasks = DATABASE.repositories().tasks();

        assertThatThrownBy(() -> events.together(task, () -> {
                    tasks.progress(task, "running", 1, "agent", "");
                    events.append("a", task, "status_changed", "{}");
                    throw new IllegalStateException("its process was killed here");
                }))
                .hasMessageContaining("killed here");
        assertThat(tasks.find(task).orElseThrow().status()).isEqualTo("submitted");
        assertThat(events.after(task, 0, 10)).isEmpty();

        events.together(task, () -> {
            tasks.progress(task, "running", 1, "agent", "");
            return events.append("a", task, "status_changed", "{}");
        });
        assertThat(tasks.find(task).orElseThrow().status()).isEqualTo("running");
        assertThat(events.after(task, 0, 10)).hasSize(1);
    }

    @Test
    void everyTaskCountsFromOne() {
        String other = Samples.taskId();
        DATABASE.repositories().tasks().register(Samples.task(other));

        assertThat(events.append("a", task, "task_registered", "{}")).isEqualTo(1);
        assertThat(events.append("a", other, "task_registered", "{}")).isEqualTo(1);
    }

    @Test
    void aReaderResumesFromItsLastPosition() {
        for (int i = 1; i <= 5; i++) {
            events.append("event-" + i, task, "agent_activity", "{\"n\":" + i + "}");
        }

        assertThat(events.after(task, 0, 2)).extracting(EventRow::seq).containsExactly(1L, 2L);
        assertThat(events.after(task, 2, 10))
                .extracting(EventRow::payload)
                .containsExactly("{\"n\":3}", "{\"n\":4}", "{\"n\":5}");
        assertThat(events.after(task, 5, 10)).isEmpty();
    }

    @Test
    void numbersHaveNoGapEvenIfManyAppendTheSameEventsAtOnce() throws Exception {
        int threads = 8;
        int perThread = 25;
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            // Two threads each append the same ids.
            int source = thread / 2;
            work.add(() -> {
                for (int i = 0; i < perThread; i++) {
                    events.append(source + "-" + i, task, "agent_activity", "{}");
                }
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        }

        int all = threads / 2 * perThread;
        assertThat(events.after(task, 0, 1_000))
                .extracting(EventRow::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(events.append("last", task, "task_finished", "{}")).isEqualTo(all + 1);
    }

    @Test
    void aRefusedEventTakesNoNumber() {
        assertThatThrownBy(() -> events.append("a", task, "something", "{}"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> events.append("b", task, "task_finished", "not json"))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(events.append("c", task, "task_finished", "{}")).isEqualTo(1);
    }

    @Test
    void anEventOfAnUnknownTaskIsRefused() {
        assertThatThrownBy(() -> events.append("a", "nobody", "task_finished", "{}"))
                .isInstanceOf(NotFoundException.class);
    }
}
