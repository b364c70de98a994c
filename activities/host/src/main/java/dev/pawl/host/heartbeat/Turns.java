package dev.pawl.host.heartbeat;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets one attempt at a time work on a task on this host. The newest wins: an older one that still runs, because its
 * worker was suspended or its workflow was reset, is ended and waited for, so that it touches neither the workspace
 * nor a process of the newer one. Thread-safe.
 */
public final class Turns {
    /** Enough for an older attempt's grace time and its writes; after that this attempt fails and is retried. */
    private static final Duration OLDER_ENDS_WITHIN = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    /** @throws ApplicationFailure if the older attempt does not end, or an even newer one came */
    Turn take(String taskId) throws InterruptedException {
        Turn mine = new Turn(taskId);
        Turn older = turns.put(taskId, mine);
        if (older != null) {
            older.superseded = true;
            if (!older.ended.await(OLDER_ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS) || mine.superseded) {
                mine.close();
                throw fenced("another attempt works on " + taskId + " on this host");
            }
        }
        return mine;
    }

    static ApplicationFailure fenced(String why) {
        return ApplicationFailure.newFailure(why, FailureTypes.FENCED);
    }

    /** The right to work on a task, until it is released or a newer attempt wants it. */
    final class Turn implements AutoCloseable {
        private final String taskId;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean superseded;

        private Turn(String taskId) {
            this.taskId = taskId;
        }

        boolean superseded() {
            return superseded;
        }

        @Override
        public void close() {
            turns.remove(taskId, this);
            ended.countDown();
        }
    }
}
