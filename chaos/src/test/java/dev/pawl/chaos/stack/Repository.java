package dev.pawl.chaos.stack;

import java.nio.file.Path;

/** Files of this repository, found from the module's directory. */
final class Repository {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    static Path file(String name) {
        return ROOT.resolve(name);
    }
}
