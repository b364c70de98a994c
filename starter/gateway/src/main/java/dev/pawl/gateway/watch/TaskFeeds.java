package dev.pawl.gateway.watch;

import dev.pawl.db.event.Events;
import dev.pawl.db.task.TaskMarks;
import dev.pawl.gateway.view.TaskReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * One feed for each watched task. Feeds are woken by notifications of the database; in addition, one query for all of
 * them finds changes without a notification.
 */
public final class TaskFeeds {
    private final Events events;
    private final TaskReader tasks;
    private final TaskMarks marks;
    private final FeedUpdates updates;
    private final FeedReads reads = new FeedReads();
    private final Map<String, Shared> feeds = new ConcurrentHashMap<>();

    /** Used only by the thread of the updates. */
    private Map<String, String> seen = new HashMap<>();

    /** @param closing whether the server shuts down, which wakes every feed */
    public TaskFeeds(
            Events events, TaskReader tasks, TaskMarks marks, DataSource database, Pace pace, BooleanSupplier closing) {
        this.events = events;
        this.tasks = tasks;
        this.marks = marks;
        this.updates = new FeedUpdates(database, pace.poll(), closing, new FeedUpdates.Feeds() {
            @Override
            public void wake(String taskId) {
                Shared shared = feeds.get(taskId);
                if (shared != null) {
                    shared.feed().wake();
                }
            }

            @Override
            public void wakeAll() {
                feeds.values().forEach(shared -> shared.feed().wake());
            }

            @Override
            public void poll() {
                wakeChanged();
            }
        });
    }

    /** Reads a task's feed, which is shared with all concurrent readers. */
    public void read(String taskId, Consumer<TaskFeed> reader) {
        updates.begin();
        Shared shared = feeds.compute(
                taskId,
                (id, open) -> open == null
                        ? new Shared(new TaskFeed(id, events, tasks, reads), 1)
                        : new Shared(open.feed(), open.readers() + 1));
        try {
            reader.accept(shared.feed());
        } finally {
            feeds.compute(
                    taskId,
                    (id, open) ->
                            open == null || open.readers() == 1 ? null : new Shared(open.feed(), open.readers() - 1));
        }
    }

    private void wakeChanged() {
        Map<String, String> now = marks.of(feeds.keySet());
        feeds.forEach((taskId, shared) -> {
            // A task without a row exists only in the engine; the insert of its row is notified.
            if (!Objects.equals(now.get(taskId), seen.get(taskId))) {
                shared.feed().wake();
            }
        });
        seen = now;
    }

    private record Shared(TaskFeed feed, int readers) {}
}
