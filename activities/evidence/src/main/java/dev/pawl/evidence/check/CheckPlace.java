package dev.pawl.evidence.check;

import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directories of a run of a check, and its restrictions.
 *
 * @param runTag see {@link dev.pawl.host.process.ProcessSpec#runTag()}
 * @param directory the workspace or a clean checkout
 * @param within the directory in which commands start, relative to {@code directory}; empty for that itself
 * @param scratch a private directory of the task's checks, outside of {@code directory}
 * @param sandbox what checks see of the host; everything if absent
 * @param protection what checks must not write
 * @param environment names of the worker's variables that the task gives to setup and checks
 */
public record CheckPlace(
        String runTag,
        Path directory,
        String within,
        Path scratch,
        @Nullable Sandbox sandbox,
        WriteProtection protection,
        List<String> environment) {
    public CheckPlace {
        environment = List.copyOf(environment);
    }

    /** Where commands start. */
    Path start() {
        return directory.resolve(within);
    }

    /** Whether commands can start there: agents may have put a link in its place. */
    boolean startable() {
        Path at = directory;
        for (Path part : Path.of(within)) {
            at = at.resolve(part);
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    Path home() {
        return scratch.resolve("home");
    }

    Path temp() {
        return scratch.resolve("tmp");
    }

    Path reports() {
        return scratch.resolve("reports");
    }

    Path guard() {
        return scratch.resolve("guard");
    }
}
