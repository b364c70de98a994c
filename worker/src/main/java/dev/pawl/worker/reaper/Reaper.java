package dev.pawl.worker.reaper;

import dev.pawl.activities.process.ProcessIdentity;
import dev.pawl.activities.process.ProcessSupervisor;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.TaskFilter;
import dev.pawl.db.task.TaskPage;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.Tasks;
import dev.pawl.workflows.activity.FinishTask;
import dev.pawl.workflows.activity.TaskActivities;
import dev.pawl.workflows.model.Cause;
import dev.pawl.workflows.model.Outcome;
import dev.pawl.workflows.model.TaskOutcome;
import dev.pawl.workflows.model.TaskStatus;
import io.temporal.client.WorkflowClient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares open rows with the engine and closes those whose workflow has ended without doing so itself: terminated, timed
 * out, or lost with its engine. Any number of workers may do so at once; the first outcome stays.
 */
public final class Reaper {
    private static final Logger log = LoggerFactory.getLogger(Reaper.class);
    private static final int PAGE = 100;
    private static final List<TaskStatus> OPEN =
            List.of(TaskStatus.SUBMITTED, TaskStatus.RUNNING, TaskStatus.WAITING, TaskStatus.PAUSED, TaskStatus.PARKED);

    private final Tasks tasks;
    private final Sessions sessions;
    private final WorkspaceLocks locks;
    private final TaskActivities activities;
    private final ProcessSupervisor processes;
    private final WorkflowEnds workflows;
    private final String hostId;

    public Reaper(
            Tasks tasks,
            Sessions sessions,
            WorkspaceLocks locks,
            TaskActivities activities,
            ProcessSupervisor processes,
            WorkflowClient client,
            String hostId) {
        this.tasks = tasks;
        this.sessions = sessions;
        this.locks = locks;
        this.activities = activities;
        this.processes = processes;
        this.workflows = new WorkflowEnds(client);
        this.hostId = hostId;
    }

    /** At the start of a worker, before it takes work: nothing that runs here now can be this worker's. */
    public void sweep() {
        for (SessionRow session : sessions.listAllOpen(hostId)) {
            int ended = end(session) + processes.sweep(session.taskId());
            log.info("session {} was left by an earlier worker; ended {} processes of it", session.id(), ended);
        }
    }

    private int end(SessionRow session) {
        Long pid = session.pid();
        Instant startedAt = session.processStartedAt();
        return pid == null || startedAt == null
                ? 0
                : processes.endLeftover(new ProcessIdentity(pid, startedAt, session.runTag()));
    }

    /** One comparison of everything open. */
    public void reap() {
        for (TaskStatus status : OPEN) {
            @Nullable String page = null;
            do {
                TaskPage found = tasks.list(new TaskFilter(status.wire(), null, null), PAGE, page);
                found.tasks().forEach(this::reap);
                page = found.nextPageToken();
            } while (page != null);
        }
    }

    private void reap(TaskRow task) {
        workflows.of(task.id()).ifPresent(how -> {
            log.warn("task {} is closed: {}", task.id(), how);
            processes.sweep(task.id());
            activities.finish(new FinishTask(
                    task.id(),
                    new TaskOutcome(Outcome.FAILED, Cause.INTERNAL, how, task.iteration(), task.snapshot())));
            locks.release(task.id());
        });
    }
}
