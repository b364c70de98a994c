package dev.pawl.local.home;

import java.io.BufferedReader;
import java.io.IOException;

/** A process that ends at once and is never reaped: the system keeps listing it. */
public final class Unreaped implements AutoCloseable {
    /** Not a shell, which may reap its child before it becomes another program. */
    private static final String FORKS =
            "import os, time; pid = os.fork() or os._exit(0); print(pid, flush=True); time.sleep(60)";

    private final Process parent;
    private final BufferedReader said;
    private final long pid;

    public Unreaped() throws IOException {
        parent = new ProcessBuilder("python3", "-c", FORKS).start();
        said = parent.inputReader();
        pid = Long.parseLong(said.readLine());
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() throws IOException {
        parent.destroyForcibly();
        said.close();
    }
}
