package dev.pawl.worker.presence;

import dev.pawl.db.host.Hosts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Records every few seconds that the host is alive, so that people see since when a lost one is silent. */
public final class HostBeat implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HostBeat.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Hosts hosts;
    private final String hostId;
    private volatile @Nullable CountDownLatch stopped;

    public HostBeat(Hosts hosts, String hostId) {
        this.hosts = hosts;
        this.hostId = hostId;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofPlatform().name("host-beat").daemon().start(() -> run(end));
    }

    private void run(CountDownLatch end) {
        try {
            do {
                beat();
            } while (!end.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            hosts.seen(hostId);
        } catch (DataAccessException e) {
            log.debug("the database does not answer: {}", e.getMessage());
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
