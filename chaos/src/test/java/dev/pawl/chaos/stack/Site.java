package dev.pawl.chaos.stack;

import io.temporal.client.WorkflowClient;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** A running Pawl to be broken: reachable past everything that is cut, and restarted by a supervisor. */
public interface Site extends AutoCloseable {
    WorkflowClient engine();

    DataSource database();

    /** Where tests and scripts exchange signals; not in Pawl's home. */
    Path control();

    /** Parent of the directories of in-place tasks. */
    Path sources();

    /** A file here makes the snapshots of the shadow repository of that name wait. */
    Path heldSnapshots();

    /** Returns once tasks would run. */
    void awaitReady(Duration patience);

    /** SIGKILL of the process that runs the activities. */
    void killWorker();

    @Override
    void close();
}
