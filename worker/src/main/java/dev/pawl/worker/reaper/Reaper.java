package dev.pawl.worker.reaper;

import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.Sessions;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.task.reap.DeadWorkers;
import dev.pawl.task.reap.HostReapActivitiesImpl;
import dev.pawl.task.reap.ReapActivitiesImpl;
import dev.pawl.workflows.activity.reap.Reap;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up on this worker's host before it accepts work, and runs a whole round on request. */
public final class Reaper {
    private static final Logger log = LoggerFactory.getLogger(Reaper.class);
    private static final Reap OPEN = new Reap(true, false);

    private final DeadWorkers dead;
    private final Sessions sessions;
    private final ProcessSupervisor processes;
    private final ReapActivitiesImpl rows;
    private final HostReapActivitiesImpl host;
    private final String hostId;

    public Reaper(
            DeadWorkers dead,
            Sessions sessions,
            ProcessSupervisor processes,
            ReapActivitiesImpl rows,
            HostReapActivitiesImpl host,
            String hostId) {
        this.dead = dead;
        this.sessions = sessions;
        this.processes = processes;
        this.rows = rows;
        this.host = host;
        this.hostId = hostId;
    }

    /** At the start of a worker, before it accepts work. Leaves alone what belongs to live workers of this home. */
    public void sweep() {
        dead.bury();
        if (dead.alone()) {
            // Works even if the system does not show the environment of processes.
            for (SessionRow session : sessions.listAllOpen(hostId)) {
                int ended = end(session);
                log.info("session {} was left by an earlier worker; ended {} processes of it", session.id(), ended);
            }
        }
    }

    private int end(SessionRow session) {
        Long pid = session.pid();
        Instant startedAt = session.processStartedAt();
        return pid == null || startedAt == null
                ? 0
                : processes.endLeftover(new ProcessIdentity(pid, startedAt, session.runTag()));
    }

    /** Compares open rows with the engine and with this host. */
    public void reap() {
        rows.reap(OPEN, () -> {});
        host.reap(OPEN);
    }
}
