package dev.pawl.host.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void aNewerAttemptEndsTheOlderAndBeginsOnlyAfterIt() throws Exception {
        Turns.Turn older = turns.take("task");
        Future<Turns.Turn> newer = threads.submit(() -> turns.take("task"));

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(older::superseded);
        assertThat(newer).isNotDone();
        older.close();

        assertThat(newer.get().superseded()).isFalse();
    }

    @Test
    void theNewestOfThreeAttemptsWorks() throws Exception {
        Turns.Turn first = turns.take("task");
        Future<Turns.Turn> second = threads.submit(() -> turns.take("task"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(first::superseded);
        Future<Turns.Turn> third = threads.submit(() -> turns.take("task"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            first.close();
            if (second.state() == Future.State.SUCCESS) {
                second.resultNow().close();
            }
            return third.isDone();
        });

        assertThat(third.get().superseded()).isFalse();
    }

    @Test
    void tasksDoNotWaitForEachOther() throws Exception {
        Turns.Turn one = turns.take("one");
        Turns.Turn other = turns.take("other");

        assertThat(one.superseded()).isFalse();
        assertThat(other.superseded()).isFalse();
    }

    @Test
    void aTurnThatWasReleasedIsNotWaitedFor() throws Exception {
        turns.take("task").close();

        assertThat(turns.take("task").superseded()).isFalse();
    }
}
