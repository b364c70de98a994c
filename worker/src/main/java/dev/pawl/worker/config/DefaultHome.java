package dev.pawl.worker.config;

import java.nio.file.Path;
import java.util.Map;

/** The default directory of state: the XDG state directory. */
public final class DefaultHome {
    private DefaultHome() {}

    /** @return an absolute path; the directory need not exist */
    public static Path of(Map<String, String> environment) {
        String state = environment.get("XDG_STATE_HOME");
        // XDG: a relative path must be ignored.
        Path base = state != null && Path.of(state).isAbsolute()
                ? Path.of(state)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state");
        return base.resolve("pawl").toAbsolutePath().normalize();
    }
}
