package dev.pawl.events.spool;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes in spooled events every few seconds. */
public final class SpoolWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SpoolWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(3);

    private final SpoolIntake spool;
    private volatile @Nullable CountDownLatch stopped;

    public SpoolWatch(SpoolIntake spool) {
        this.spool = spool;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofPlatform().name("spool").daemon().start(() -> run(end));
    }

    private void run(CountDownLatch end) {
        try {
            do {
                take();
            } while (!end.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        try {
            spool.take();
        } catch (RuntimeException e) {
            log.debug("spooled events wait for the database: {}", e.toString());
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
