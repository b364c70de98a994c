package dev.pawl.cli.local;

import dev.pawl.cli.invocation.Context;
import java.nio.file.Path;

/**
 * Directory of the local stack's state: {@code $PAWL_HOME}, or {@code pawl} in the XDG state directory.
 *
 * @param directory absolute; need not exist
 */
public record Home(Path directory) {
    public static Home of(Context context) {
        String named = context.variable("PAWL_HOME");
        Path directory = named == null ? state(context).resolve("pawl") : Path.of(named);
        return new Home(context.directory().resolve(directory).normalize());
    }

    private static Path state(Context context) {
        String state = context.variable("XDG_STATE_HOME");
        // XDG: a relative path must be ignored.
        if (state != null && Path.of(state).isAbsolute()) {
            return Path.of(state);
        }
        String home = context.variable("HOME");
        return Path.of(home == null ? System.getProperty("user.home") : home, ".local", "state");
    }

    /** Written by the local process when it is ready. */
    public Path state() {
        return directory.resolve("local.json");
    }

    /** Progress of its last start, one line per step. */
    public Path startLog() {
        return directory.resolve("start.log");
    }

    /** Its log. */
    public Path log() {
        return directory.resolve("pawl.log");
    }

    /** The key of login links to the engine's Web UI. */
    public Path uiSecret() {
        return directory.resolve("engine").resolve("ui-secret");
    }

    /** Reports on plans. */
    public Path reports() {
        return directory.resolve("reports");
    }

    /** Its output outside the log, such as why its JVM does not start. */
    Path output() {
        return directory.resolve("local.log");
    }

    Path startLock() {
        return directory.resolve("start.lock");
    }
}
