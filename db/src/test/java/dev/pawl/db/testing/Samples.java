package dev.pawl.db.testing;

import dev.pawl.db.session.CloseSession;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.db.task.NewTask;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Sample rows with default values. */
public final class Samples {
    public static final String HASH = "a".repeat(64);
    public static final String OTHER_HASH = "b".repeat(64);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Samples() {}

    /** An id that is unique in this JVM. */
    public static String taskId() {
        return "task-" + NUMBER.incrementAndGet();
    }

    public static NewTask task(String id) {
        return new NewTask(
                id,
                "run-1",
                "engine-1",
                "Title of " + id,
                "command",
                null,
                null,
                "isolated",
                "host-1",
                "{}",
                null,
                List.of());
    }

    public static NewSession session(String taskId) {
        UUID id = UUID.randomUUID();
        return new NewSession(id, taskId, 1, 1, "command", null, "host-1", taskId + "/" + id);
    }

    public static CloseSession close(String status, SessionUsage usage, long durationMillis) {
        return new CloseSession(status, "because", usage, durationMillis, 0, null, null, null, "");
    }

    public static SessionUsage usage(long input, long output, long cacheRead, long cacheWrite, String cost, int turns) {
        return new SessionUsage(input, output, cacheRead, cacheWrite, new BigDecimal(cost), turns, null);
    }
}
