package dev.pawl.gateway.watch;

import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.TaskReader;
import dev.pawl.gateway.view.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells one reader where a task stands: at the start, when that changed, and when nothing was said for a while. */
final class ProgressReport {
    private final TaskReader tasks;
    private final String taskId;
    private final Pace pace;
    private final Outlet<WatchTaskResponse> outlet;
    private @Nullable Progress last;
    private @Nullable Long ended;
    private Optional<Stall> stall = Optional.empty();
    private long looked;
    private long asked;
    private long sent;

    ProgressReport(TaskReader tasks, String taskId, Pace pace, Outlet<WatchTaskResponse> outlet) {
        this.tasks = tasks;
        this.taskId = taskId;
        this.pace = pace;
        this.outlet = outlet;
    }

    /** Looks at the task where the last look is a second old. */
    void look() {
        long now = System.nanoTime();
        if (last == null || now - looked >= Pace.PROGRESS.toNanos()) {
            report(now);
        }
    }

    /** Whether the task was seen ended that long ago. */
    boolean endedFor(Duration length) {
        return Optional.ofNullable(ended)
                .filter(since -> System.nanoTime() - since >= length.toNanos())
                .isPresent();
    }

    private Progress withStall(Progress progress, long now) {
        if (TaskReader.ended(progress.getStatus())) {
            return progress;
        }
        if (last == null || now - asked >= Pace.STALL.toNanos()) {
            asked = now;
            stall = tasks.stall(taskId);
        }
        return stall.map(found -> progress.toBuilder().setStall(found).build()).orElse(progress);
    }

    private void report(long now) {
        looked = now;
        Progress current = withStall(tasks.progress(taskId), now);
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
}
