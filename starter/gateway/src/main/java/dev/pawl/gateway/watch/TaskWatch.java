package dev.pawl.gateway.watch;

import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stream.Outlet;
import java.util.function.BooleanSupplier;

/** Watches tasks for readers. */
public final class TaskWatch {
    private final TaskFeeds feeds;
    private final Pace pace;
    private final BooleanSupplier closing;

    /** @param closing whether the server shuts down, which ends every watch */
    public TaskWatch(TaskFeeds feeds, Pace pace, BooleanSupplier closing) {
        this.feeds = feeds;
        this.pace = pace;
        this.closing = closing;
    }

    /**
     * Sends the events after a sequence number, without gaps, until the one that ends the task, and progress in
     * between.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND for an unknown task, UNAVAILABLE with the last sequence number
     *     if the server shuts down
     */
    public void follow(String taskId, long after, Outlet<WatchTaskResponse> outlet) {
        feeds.read(taskId, feed -> follow(feed, after, outlet));
    }

    private void follow(TaskFeed feed, long after, Outlet<WatchTaskResponse> outlet) {
        EventCursor cursor = new EventCursor(feed, after, outlet);
        ProgressReport progress = new ProgressReport(feed, pace, outlet);
        long version = feed.version();
        progress.look();
        boolean over = cursor.atEnd() || cursor.drain();
        while (!over && !progress.endedFor(Pace.LAST_EVENT)) {
            if (closing.getAsBoolean()) {
                throw Failures.unavailable(
                        "the gateway is shutting down; continue after sequence " + cursor.sequence());
            }
            version = feed.await(version, progress.patience());
            outlet.check();
            progress.look();
            over = cursor.drain();
        }
    }
}
