package dev.pawl.activities.check;

import java.nio.file.Path;

/**
 * Where a check runs and what it may use there.
 *
 * @param runTag see {@link dev.pawl.activities.process.ProcessSpec#runTag()}
 * @param directory the workspace or a clean checkout
 * @param scratch a private directory of the task's checks, outside of {@code directory}
 */
public record CheckPlace(String runTag, Path directory, Path scratch) {
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
