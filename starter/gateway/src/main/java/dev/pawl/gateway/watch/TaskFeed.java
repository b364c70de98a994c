package dev.pawl.gateway.watch;

import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.Stall;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.event.Events;
import dev.pawl.gateway.view.TaskReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events and progress of one task, read from the database once for all watchers, and only after a change.
 * Thread-safe.
 */
public final class TaskFeed {
    static final int PAGE = 200;

    /** Events kept in memory; a reader further behind reads the database. */
    private static final int RECENT = 400;

    private final String taskId;
    private final Events events;
    private final TaskReader tasks;
    private final FeedReads reads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<EventRow> recent = new ArrayDeque<>();
    private long version = 1;
    private long eventsVersion;
    private long newest = -1;
    private long progressVersion;
    private long progressRead;
    private @Nullable Progress progress;

    TaskFeed(String taskId, Events events, TaskReader tasks, FeedReads reads) {
        this.taskId = taskId;
        this.events = events;
        this.tasks = tasks;
        this.reads = reads;
    }

    /** Grows with every change. Read it before the data. */
    public long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a change, or until {@link #progress} is read anew. Returns early, with the thread interrupted, if it is
     * interrupted.
     *
     * @param seen the version that the reader knows
     * @param atMost timeout
     * @return the version to wait from next
     */
    public long await(long seen, Duration atMost) {
        lock.lock();
        try {
            long left = Math.min(atMost.toNanos(), nanosUntilProgress());
            while (version == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return version();
    }

    /** The task has changed, or may have. */
    void wake() {
        lock.lock();
        try {
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The task's progress, at most {@link Pace#PROGRESS} behind its last change.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND for an unknown task
     */
    public Progress progress() {
        boolean quiet;
        Optional<Progress> stored;
        lock.lock();
        try {
            Progress known = progress;
            if (known != null && nanosUntilProgress() > 0) {
                return known;
            }
            long now = version;
            quiet = known == null || progressVersion == now;
            stored = reads.read(() -> tasks.stored(taskId));
            if (quiet && known != null && known.hasStall()) {
                stored = stored.map(current -> with(current, known.getStall()));
            }
            progress = stored.orElse(null);
            progressVersion = now;
            progressRead = System.nanoTime();
        } finally {
            lock.unlock();
        }
        // The engine may take seconds to answer: only this reader waits for it.
        return stored.map(current -> quiet ? withStall(current) : current).orElseGet(this::unregistered);
    }

    private Progress unregistered() {
        return kept(null, tasks.progress(taskId));
    }

    private Progress withStall(Progress current) {
        if (TaskReader.ended(current.getStatus())) {
            return current;
        }
        return reads.ask(() -> tasks.stall(taskId))
                .map(stall -> kept(
                        current,
                        stall.map(found -> with(current, found))
                                .orElseGet(
                                        () -> current.toBuilder().clearStall().build())))
                .orElse(current);
    }

    /** For the other readers, unless the task was read again meanwhile. */
    private Progress kept(@Nullable Progress before, Progress found) {
        lock.lock();
        try {
            if (Objects.equals(progress, before)) {
                progress = found;
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private static Progress with(Progress progress, Stall stall) {
        return progress.toBuilder().setStall(stall).build();
    }

    /** Reads the database with the limit on concurrent watchers. */
    public <T> T read(Supplier<T> query) {
        return reads.read(query);
    }

    /** @return at most {@value #PAGE} events after a sequence number, in order */
    List<EventRow> after(long sequence) {
        lock.lock();
        try {
            refresh();
            if (sequence >= newest) {
                return List.of();
            }
            EventRow oldest = recent.peekFirst();
            if (oldest != null && oldest.seq() <= sequence + 1) {
                return recent.stream()
                        .filter(event -> event.seq() > sequence)
                        .limit(PAGE)
                        .toList();
            }
        } finally {
            lock.unlock();
        }
        return reads.read(() -> events.after(taskId, sequence, PAGE));
    }

    /** The event of that number, if it exists. */
    List<EventRow> at(long sequence) {
        return reads.read(() -> events.after(taskId, sequence - 1, 1));
    }

    private void refresh() {
        if (eventsVersion == version) {
            return;
        }
        long now = version;
        if (newest < 0) {
            newest = reads.read(() -> events.last(taskId));
        } else {
            List<EventRow> page;
            do {
                long from = newest;
                page = reads.read(() -> events.after(taskId, from, PAGE));
                page.forEach(this::keep);
            } while (page.size() == PAGE);
        }
        eventsVersion = now;
    }

    private void keep(EventRow event) {
        newest = event.seq();
        recent.addLast(event);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    private long nanosUntilProgress() {
        Progress known = progress;
        if (known == null) {
            return 0;
        }
        Duration age = progressVersion == version ? Pace.unchanged(known.getStatus()) : Pace.PROGRESS;
        return progressRead + age.toNanos() - System.nanoTime();
    }
}
