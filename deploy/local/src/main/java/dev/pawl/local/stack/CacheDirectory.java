package dev.pawl.local.stack;

import java.nio.file.Path;
import java.util.Map;

/** The cache: the built engine, the unpacked database. The same directory as in {@code deploy/engine/build}. */
public final class CacheDirectory {
    private CacheDirectory() {}

    public static Path of(Map<String, String> environment) {
        String own = environment.getOrDefault("PAWL_CACHE", "");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return (xdg.isEmpty() ? Path.of(home, ".cache") : Path.of(xdg))
                .resolve("pawl")
                .toAbsolutePath();
    }
}
