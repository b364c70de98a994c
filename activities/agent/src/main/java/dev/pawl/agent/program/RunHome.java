package dev.pawl.agent.program;

import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.signin.SignInFormat;
import dev.pawl.agent.signin.SignInLoans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The private directories of one run with the user's sign-in, which is removed when the run has ended. */
public final class RunHome implements AutoCloseable {
    private final RunDirectory directory;
    private final AgentSettings settings;
    private final SignInLoans signIns;

    RunHome(RunDirectory directory, AgentSettings settings) {
        this.directory = directory;
        this.settings = settings;
        this.signIns = new SignInLoans(directory.root(), settings.signInRecords());
    }

    public AgentSettings settings() {
        return settings;
    }

    /** The agent's HOME. */
    public Path home() {
        return directory.home();
    }

    /** A directory of this run. Idempotent. */
    public Path directory(String name) throws IOException {
        return Files.createDirectories(directory.root().resolve(name));
    }

    /**
     * Lends a file of the user to this run. Does nothing if there is no such file.
     *
     * @param copy in a directory of this run
     * @param format determines what the run renewed and is copied back: the provider may reject the old sign-in
     */
    public void borrow(Path own, Path copy, SignInFormat format) throws IOException {
        signIns.lend(own, copy, format);
    }

    /** Whether the user has a newer sign-in than this run was lent; call it when the run has ended. */
    boolean outdated() {
        return signIns.outdated();
    }

    /** Takes back what was lent. */
    @Override
    public void close() {
        signIns.close();
    }
}
