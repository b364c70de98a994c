package dev.pawl.activities.agent.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.activities.agent.Continuation;
import dev.pawl.activities.agent.OwnSession;
import dev.pawl.activities.workspace.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.file.PathUtils;

/**
 * A program's own sessions of a task, as files. What an attempt leaves is kept under its Pawl session, so that one that
 * lost its task in the meantime changes nothing that another goes on with.
 *
 * @param files where the program writes its sessions, relative to the directory of a run
 */
record KeptSessions(Continuation continuation, List<String> files) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "session.json";

    /** Puts back the best that was kept, for a run that has not started. */
    Optional<OwnSession> restore(RunDirectory run) throws IOException {
        for (UUID earlier : continuation.after()) {
            Path kept = kept(earlier);
            if (Files.exists(kept.resolve(SESSION))) {
                for (String name : files) {
                    copy(kept.resolve(name), run.root().resolve(name));
                }
                return Optional.of(JSON.readValue(Files.readAllBytes(kept.resolve(SESSION)), OwnSession.class));
            }
        }
        return Optional.empty();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(to.getParent());
            PathUtils.copyDirectory(from, to, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Takes the files out of a run that has ended. Its note is written last: what is there is whole. */
    void keep(UUID session, RunDirectory run, OwnSession own) throws IOException {
        Path kept = kept(session);
        Removal.remove(kept);
        for (String name : files) {
            Path written = run.root().resolve(name);
            if (Files.isDirectory(written, LinkOption.NOFOLLOW_LINKS)) {
                Path to = kept.resolve(name);
                Files.createDirectories(to.getParent());
                Files.move(written, to);
            }
        }
        if (Files.isDirectory(kept)) {
            Files.write(kept.resolve(SESSION), JSON.writeValueAsBytes(own));
        }
    }

    private Path kept(UUID session) {
        return continuation.directory().resolve(session.toString());
    }
}
