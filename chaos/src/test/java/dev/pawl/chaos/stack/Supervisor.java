package dev.pawl.chaos.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.local.part.Part;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restarts what has ended, like the init system of a server. Nothing else restarts anything. */
final class Supervisor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final int LOOK_MILLIS = 100;

    private final Ports ports;
    private final Set<Part> keptDown = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().name("supervisor").daemon().factory());

    Supervisor(Ports ports) {
        this.ports = ports;
    }

    // Each round catches and logs its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    void watch(List<? extends Part> parts) {
        for (Part part : parts) {
            timer.scheduleWithFixedDelay(() -> look(part), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** As when an operator stops a service: it stays down until {@link #release}. */
    void keepDown(Part part) {
        keptDown.add(part);
    }

    void release(Part part) {
        keptDown.remove(part);
    }

    private void look(Part part) {
        try {
            if (!keptDown.contains(part) && !part.alive() && !timer.isShutdown()) {
                part.recover();
                part.start(ports);
                log.info("started the {} again", part.name());
            }
        } catch (IOException | RuntimeException e) {
            // Tried again in the next round.
            log.warn("cannot start the {} again yet: {}", part.name(), e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a part is still being started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
