package dev.pawl.task.session;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private directory of one run, removed at its end: everything worth keeping is in the content store by then. */
public final class RunDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);

    private final Path path;

    public RunDirectory(HostDirectories directories, UUID run) {
        this.path = directories.create(directories.run(run));
    }

    public Path path() {
        return path;
    }

    /** Creates and returns the part that the agent may write. */
    public Path ofAgent() throws IOException {
        return Files.createDirectories(path.resolve("agent"));
    }

    /** A directory that cannot be removed is no reason to lose a result. */
    @Override
    public void close() {
        try {
            Removal.remove(path);
        } catch (UncheckedIOException e) {
            LOG.warn("the directory of a run was not removed: {}", path, e);
        }
    }
}
