package dev.pawl.events.relay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Publishes events of tasks as long as the application runs. */
public final class EventPublishing implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventPublishing.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final EventPublisher publisher;
    private volatile @Nullable CountDownLatch stopped;

    public EventPublishing(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofPlatform().name("event-relay").daemon().start(() -> run(end));
    }

    private void run(CountDownLatch end) {
        try {
            do {
                while (published() > 0 && end.getCount() > 0) {
                    // More may wait.
                }
            } while (!end.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int published() {
        try {
            return publisher.publish();
        } catch (RuntimeException e) {
            log.warn("events of tasks are not published yet: {}", e.toString());
            return 0;
        }
    }

    @Override
    public void stop() {
        CountDownLatch end = stopped;
        if (end != null) {
            end.countDown();
            stopped = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}
