package dev.pawl.gateway.watch;

import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.db.event.Events;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.TaskReader;
import java.util.function.BooleanSupplier;

/** Follows tasks for readers. Looks for events only while someone reads. */
public final class TaskWatch {
    private final Events events;
    private final TaskReader tasks;
    private final Pace pace;
    private final BooleanSupplier closing;

    /** @param closing whether the server shuts down, which ends every watch */
    public TaskWatch(Events events, TaskReader tasks, Pace pace, BooleanSupplier closing) {
        this.events = events;
        this.tasks = tasks;
        this.pace = pace;
        this.closing = closing;
    }

    /**
     * Sends the events after a sequence number, without gaps, until the one that ends the task, and progress between.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND for an unknown task, UNAVAILABLE naming the last sequence number
     *     where the server shuts down
     */
    public void follow(String taskId, long after, Outlet<WatchTaskResponse> outlet) {
        EventCursor cursor = new EventCursor(events, taskId, after, outlet);
        ProgressReport progress = new ProgressReport(tasks, taskId, pace, outlet);
        progress.look();
        boolean over = cursor.atEnd() || cursor.drain();
        while (!over && !progress.endedFor(Pace.LAST_EVENT)) {
            if (closing.getAsBoolean()) {
                throw Failures.unavailable("the gateway shuts down; watch on after sequence " + cursor.sequence());
            }
            outlet.pause(pace.poll());
            progress.look();
            over = cursor.drain();
        }
    }
}
