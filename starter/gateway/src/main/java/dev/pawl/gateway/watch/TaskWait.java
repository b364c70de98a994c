package dev.pawl.gateway.watch;

import dev.pawl.api.v1.TaskStatus;
import dev.pawl.gateway.engine.Deadlines;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.TaskReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Waits for tasks on behalf of callers that keep no stream. Blocks its thread, which is a virtual one. */
public final class TaskWait {
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** To read the task and send it. */
    private static final Duration REPLY = Duration.ofMillis(500);

    /** A caller that has gone, and a shutdown, are noticed after this. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final TaskFeeds feeds;
    private final BooleanSupplier closing;

    /** @param closing whether the server shuts down, which ends every wait */
    public TaskWait(TaskFeeds feeds, BooleanSupplier closing) {
        this.feeds = feeds;
        this.closing = closing;
    }

    /**
     * @param timeout absent means a minute; shortened to the call's deadline
     * @param orWaiting whether a task that waits for a person is reached too
     * @return whether the task was reached in time
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT for an invalid timeout, NOT_FOUND for an unknown task,
     *     UNAVAILABLE if the server shuts down
     */
    public boolean until(String taskId, com.google.protobuf.Duration timeout, boolean orWaiting) {
        long end = System.nanoTime() + atMost(timeout).toNanos();
        AtomicBoolean reached = new AtomicBoolean();
        feeds.read(taskId, feed -> reached.set(reached(feed, end, orWaiting)));
        return reached.get();
    }

    private boolean reached(TaskFeed feed, long end, boolean orWaiting) {
        long version = feed.version();
        while (true) {
            TaskStatus status = feed.progress().getStatus();
            if (TaskReader.ended(status) || (orWaiting && status == TaskStatus.TASK_STATUS_WAITING)) {
                return true;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            if (closing.getAsBoolean()) {
                throw Failures.unavailable("the gateway is shutting down; wait again");
            }
            Outlet.checkCaller();
            version = feed.await(version, Duration.ofNanos(Math.min(left, TURN.toNanos())));
        }
    }

    private static Duration atMost(com.google.protobuf.Duration timeout) {
        boolean absent = timeout.equals(com.google.protobuf.Duration.getDefaultInstance());
        Duration asked = absent ? USUAL : Duration.ofSeconds(timeout.getSeconds(), timeout.getNanos());
        if (asked.isNegative() || asked.compareTo(LONGEST) > 0) {
            throw Failures.invalid("timeout", "must be 0s to %ds".formatted(LONGEST.toSeconds()));
        }
        return Deadlines.left(asked, REPLY);
    }
}
