package dev.pawl.chaos.stack;

import io.temporal.client.WorkflowClient;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** A running Pawl that is to be broken: reached past everything that is cut, and started again by itself. */
public interface Site extends AutoCloseable {
    WorkflowClient engine();

    DataSource database();

    /** Where tasks keep what the tests and the scripts tell each other; not in Pawl's home. */
    Path control();

    /** Where tasks that work in place have their directories. */
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
