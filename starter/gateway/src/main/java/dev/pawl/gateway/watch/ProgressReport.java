package dev.pawl.gateway.watch;

import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.TaskReader;
import dev.pawl.gateway.wire.Times;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reports a task's progress to one reader: at the start, on changes, and as a heartbeat. */
final class ProgressReport {
    private final TaskFeed feed;
    private final Pace pace;
    private final Outlet<WatchTaskResponse> outlet;
    private @Nullable Progress last;
    private @Nullable Long ended;
    private long sent;

    ProgressReport(TaskFeed feed, Pace pace, Outlet<WatchTaskResponse> outlet) {
        this.feed = feed;
        this.pace = pace;
        this.outlet = outlet;
    }

    void look() {
        long now = System.nanoTime();
        Progress current = feed.progress();
        if (ended == null && TaskReader.ended(current.getStatus())) {
            ended = now;
        }
        if (!current.equals(last) || now - sent >= pace.heartbeat().toNanos()) {
            last = current;
            sent = now;
            Progress.Builder at =
                    current.toBuilder().setAt(Times.of(Clock.systemUTC().instant()));
            outlet.send(WatchTaskResponse.newBuilder().setProgress(at).build());
        }
    }

    /** Whether the task has been seen as ended for that long. */
    boolean endedFor(Duration length) {
        return ended != null && System.nanoTime() - ended >= length.toNanos();
    }

    /** How long there is nothing to report if the task does not change. */
    Duration patience() {
        Duration heartbeat =
                Duration.ofNanos(Math.max(0, sent + pace.heartbeat().toNanos() - System.nanoTime()));
        return ended != null && Pace.LAST_EVENT.compareTo(heartbeat) < 0 ? Pace.LAST_EVENT : heartbeat;
    }
}
