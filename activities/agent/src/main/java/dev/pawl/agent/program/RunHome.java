package dev.pawl.agent.program;

import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.signin.SignInFormat;
import dev.pawl.agent.signin.SignInLoans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The private directories of one run, and the user's sign-in in them, which is gone when the run has ended. */
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
     * @param format tells what of it the run renewed, which goes to the user: the provider may take the old one no more
     */
    public void borrow(Path own, Path copy, SignInFormat format) throws IOException {
        signIns.lend(own, copy, format);
    }

    /** Whether the user has another sign-in by now than this run was lent; to be asked when the run has ended. */
    boolean outdated() {
        return signIns.outdated();
    }

    /** Takes back what was lent. */
    @Override
    public void close() {
        signIns.close();
    }
}
