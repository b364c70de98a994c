package dev.pawl.local.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.local.part.Part;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restarts a part that has ended by itself; worker and gateway reconnect to it. */
final class PartWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PartWatch.class);
    private static final int SECONDS = 1;

    private final List<Part> parts;
    private final Ports ports;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("part-watch").daemon().factory());

    PartWatch(List<Part> parts, Ports ports) {
        this.parts = parts;
        this.ports = ports;
    }

    // Each round catches and logs its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start() {
        timer.scheduleWithFixedDelay(() -> parts.forEach(this::look), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look(Part part) {
        try {
            if (!part.alive() && !timer.isShutdown()) {
                log.warn("the {} has ended by itself and is restarted", part.name());
                part.recover();
                part.start(ports);
            }
        } catch (IOException | RuntimeException e) {
            // Tried again in the next round.
            log.error("cannot start the {} again", part.name(), e);
        }
    }

    /** Returns when no part is being started any more. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                log.warn("a part is still being started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
