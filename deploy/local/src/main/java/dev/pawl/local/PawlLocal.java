package dev.pawl.local;

import dev.pawl.gateway.submit.SubmittedSpec;
import dev.pawl.local.home.InstanceLock;
import dev.pawl.local.home.JsonFile;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.StartLog;
import dev.pawl.local.stack.LocalStack;
import dev.pawl.worker.explain.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local stack: worker, gateway, embedded PostgreSQL and an engine under one process. Runs until TERM or INT, and
 * then ends everything it started. Exit codes: 0 ended on request or already running, 2 usage, 3 it cannot start, with
 * the reason as last line of {@code start.log}.
 */
public final class PawlLocal {
    private static final String EXPLAIN = "--explain";
    private static final int USAGE = 2;
    private static final int CANNOT_START = 3;

    private PawlLocal() {}

    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).equals(List.of(EXPLAIN))) {
            System.exit(explain());
            return;
        }
        LocalOptions options;
        try {
            options = LocalOptions.parse(List.of(arguments), System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        System.exit(run(options));
    }

    /** Reads a task from the standard input and says which files belong to its checks; starts nothing. */
    private static int explain() throws IOException {
        System.setProperty("PAWL_LOG", "/dev/null");
        try {
            System.out.println(Explanation.of(SubmittedSpec.read(System.in)));
            return 0;
        } catch (RuntimeException e) {
            // What it refuses: a field of the task, or a workspace of which nothing can be said.
            System.err.println(e.getMessage());
            return USAGE;
        }
    }

    private static int run(LocalOptions options) throws IOException {
        LocalHome home = LocalHome.open(options.home());
        // Read by logback.xml, so before the first logger.
        System.setProperty("PAWL_LOG", home.log().toString());
        try (InstanceLock lock = InstanceLock.take(home.lock())) {
            if (lock == null) {
                System.err.println("already running for " + home.directory() + running(home.state()));
                return 0;
            }
            return serve(home, options);
        }
    }

    private static String running(Path state) throws IOException {
        return JsonFile.read(state, LocalState.class)
                .map(found -> " as process " + found.pid())
                .orElse("");
    }

    private static int serve(LocalHome home, LocalOptions options) throws IOException {
        StartLog progress = new StartLog(home.startLog());
        LocalStack stack = new LocalStack(home, progress, System.getenv(), options.properties());
        Thread end = new Thread(stack::stop, "stop");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            stack.start(options.once());
            if (options.once()) {
                stack.stop();
            }
            stack.awaitEnd();
            return 0;
        } catch (IOException | RuntimeException e) {
            log().error("the local stack cannot start", e);
            progress.failed(Reason.of(e, home.directory()));
            stack.stop();
            return CANNOT_START;
        }
    }

    /** Not a constant: logging must be configured first. */
    private static Logger log() {
        return LoggerFactory.getLogger(PawlLocal.class);
    }
}
