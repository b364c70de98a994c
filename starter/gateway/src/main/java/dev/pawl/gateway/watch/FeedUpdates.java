package dev.pawl.gateway.watch;

import dev.pawl.db.notification.TaskNotifications;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes feeds, starting with the first watch: on notifications of the database, for which it keeps one connection, and
 * by regular polling for changes without a notification.
 */
final class FeedUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(FeedUpdates.class);

    /** Bounds how long a shutdown waits for watches. */
    private static final Duration TURN = Duration.ofMillis(250);

    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final DataSource database;
    private final Duration poll;
    private final BooleanSupplier closing;
    private final Feeds feeds;
    private final AtomicBoolean begun = new AtomicBoolean();
    private boolean away;
    private long polled = System.nanoTime();

    FeedUpdates(DataSource database, Duration poll, BooleanSupplier closing, Feeds feeds) {
        this.database = database;
        this.poll = poll;
        this.closing = closing;
        this.feeds = feeds;
    }

    /** The feeds to wake; called by one thread. */
    interface Feeds {
        void wake(String taskId);

        void wakeAll();

        /** Polls the database for changes. */
        void poll();
    }

    /** Idempotent. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("task-notifications").start(this::run);
        }
    }

    private void run() {
        while (!closing.getAsBoolean()) {
            try (TaskNotifications notifications = TaskNotifications.listen(database)) {
                away = false;
                // Anything may have changed before.
                feeds.wakeAll();
                hear(notifications);
            } catch (SQLException | RuntimeException e) {
                if (!away) {
                    LOG.warn("watches receive no changes until the database answers: {}", e.getMessage());
                }
                away = true;
                LockSupport.parkNanos(RECONNECT.toNanos());
                feeds.wakeAll();
            }
        }
        feeds.wakeAll();
    }

    private void hear(TaskNotifications notifications) throws SQLException {
        while (!closing.getAsBoolean()) {
            notifications.await(TURN).forEach(feeds::wake);
            if (System.nanoTime() - polled >= poll.toNanos()) {
                polled = System.nanoTime();
                feeds.poll();
            }
        }
    }
}
