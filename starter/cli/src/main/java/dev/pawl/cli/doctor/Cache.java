package dev.pawl.cli.doctor;

import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The cache: {@code $PAWL_CACHE}, or {@code pawl} in the XDG cache directory. */
final class Cache {
    private final Path directory;

    Cache(Context context) {
        String own = context.variable("PAWL_CACHE");
        String xdg = context.variable("XDG_CACHE_HOME");
        String home = context.variable("HOME");
        Path base =
                xdg == null ? Path.of(home == null ? System.getProperty("user.home") : home, ".cache") : Path.of(xdg);
        this.directory = context.directory().resolve(own == null ? base.resolve("pawl") : Path.of(own));
    }

    /** The newest engine that deploy/engine built. */
    Optional<Path> engine() throws IOException {
        Path engines = directory.resolve("engine");
        if (!Files.isDirectory(engines)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(engines)) {
            return versions.map(version -> version.resolve("pawl-engine"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
        }
    }
}
