package dev.pawl.agent.program;

import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.signin.SignInFormat;
import dev.pawl.agent.signin.SignInLoans;
import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private directories of one run with the user's sign-in, which is removed when the run has ended. */
public final class RunHome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunHome.class);

    private final RunDirectory directory;
    private final AgentSettings settings;
    private final SignInLoans signIns;
    private final List<Path> written = new ArrayList<>();

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

    /** Writes a file of this run that may contain secrets, and is removed when the run has ended. */
    public void write(Path file, String content) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
        written.add(directory.root().relativize(file));
    }

    /**
     * Copies a file or directory of the user's own settings. Does nothing if there is none, or if it is too large to be
     * meant for an agent.
     */
    public void inherit(Path own, Path copy) throws IOException {
        if (!UserFiles.copied(own, copy)) {
            LOG.warn("{} is too large to be inherited", own);
        }
    }

    /** Whether the user has a newer sign-in than this run was lent; call it when the run has ended. */
    boolean outdated() {
        return signIns.outdated();
    }

    /** Takes back what was lent. */
    @Override
    public void close() {
        signIns.close();
        written.forEach(this::remove);
    }

    /** A run can make it fail by removing its own directory, which is deleted anyway. */
    private void remove(Path file) {
        try (UntrustedTree tree = UntrustedTree.open(directory.root())) {
            tree.remove(file);
        } catch (IOException e) {
            LOG.warn("a file with the settings of a sign-in was not removed: {}", e.toString());
        }
    }
}
