package dev.pawl.chaos.stress;

import dev.pawl.chaos.stack.PartsSite;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;

/** SIGKILL of a worker every few seconds, a limited number of times so that a slow machine finishes too. */
final class Kills {
    private static final int LEAST_PAUSE_MILLIS = 3_000;
    private static final int LONGEST_PAUSE_MILLIS = 9_000;

    private final PartsSite site;
    private final int most;
    private final RandomGenerator random;
    private Instant next = Instant.now();
    private int count;

    Kills(PartsSite site, int most, RandomGenerator random) {
        this.site = site;
        this.most = most;
        this.random = random;
    }

    void nextIfDue() {
        if (count < most && Instant.now().isAfter(next)) {
            if (site.killReadyWorker(random)) {
                count++;
            }
            next = Instant.now().plusMillis(random.nextInt(LEAST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        }
    }

    int count() {
        return count;
    }

    /** Between two looks at what runs. */
    static void pause() {
        Instant until = Instant.now().plusMillis(200);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Instant.now().isAfter(until));
    }
}
