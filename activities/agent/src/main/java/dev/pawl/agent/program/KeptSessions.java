package dev.pawl.agent.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.agent.Continuation;
import dev.pawl.agent.OwnSession;
import dev.pawl.host.file.AtomicFile;
import dev.pawl.host.file.Removal;
import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program's own sessions of a task, as files. Each attempt's files are kept under its Pawl session, so that an
 * attempt that lost its task changes nothing that another one continues.
 *
 * @param files directories of the program's sessions, relative to the directory of a run
 */
record KeptSessions(Continuation continuation, List<String> files) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "session.json";

    /** Restores the best kept session, for a run that has not started. */
    Optional<OwnSession> restore(RunDirectory run) throws IOException {
        for (UUID earlier : continuation.after()) {
            Path kept = kept(earlier);
            if (Files.exists(kept.resolve(SESSION)) && copied(kept, run.root())) {
                return Optional.of(JSON.readValue(Files.readAllBytes(kept.resolve(SESSION)), OwnSession.class));
            }
        }
        return Optional.empty();
    }

    /**
     * The next run begins a new session: this one is full. Failures are ignored, so that the run's result is not lost.
     */
    void forget() {
        for (UUID earlier : continuation.after()) {
            removed(kept(earlier));
        }
    }

    private static void removed(Path kept) {
        try {
            Removal.remove(kept);
        } catch (UncheckedIOException e) {
            LOG.warn("cannot remove a kept session: {}", e.toString());
        }
    }

    /** @return false if it is too large, or changes: then the agent begins a new session without it */
    private boolean copied(Path kept, Path run) throws IOException {
        try {
            for (String name : files) {
                SessionFiles.copy(kept, run, Path.of(name));
            }
            return true;
        } catch (UnexpectedFileException e) {
            LOG.warn("the agent begins a new session, since the previous one cannot be copied: {}", e.getMessage());
            for (String name : files) {
                Removal.remove(run.resolve(name));
            }
            return false;
        }
    }

    /**
     * Keeps the files of a run that has ended. Failures are ignored, so that its result is not lost: the agent begins a
     * new session next time.
     */
    void keep(UUID session, RunDirectory run, OwnSession own) {
        Path kept = kept(session);
        try {
            take(kept, run, own);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the session is not kept, so the agent begins a new one next time: {}", e.toString());
            removed(kept);
        }
    }

    /** The record is written last: kept sessions are complete. */
    private void take(Path kept, RunDirectory run, OwnSession own) throws IOException {
        Removal.remove(kept);
        try (UntrustedTree tree = UntrustedTree.open(run.root())) {
            for (String name : files) {
                Path written = Path.of(name);
                if (tree.has(written) && tree.attributes(written).isDirectory()) {
                    Path to = kept.resolve(name);
                    Files.createDirectories(to.getParent());
                    tree.take(written, to);
                }
            }
        }
        if (Files.isDirectory(kept)) {
            AtomicFile.replace(kept.resolve(SESSION), JSON.writeValueAsBytes(own));
        }
    }

    private Path kept(UUID session) {
        return continuation.directory().resolve(session.toString());
    }
}
