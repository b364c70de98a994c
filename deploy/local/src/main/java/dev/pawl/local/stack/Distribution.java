package dev.pawl.local.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** The directory the program was put into: its jar, libraries, and the engine's manifest and build script. */
final class Distribution {
    private Distribution() {}

    static Path engineBuild() {
        return root().resolve("engine").resolve("build");
    }

    static String version() {
        String version = Distribution.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Path root() {
        CodeSource source = Distribution.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("not started from a directory");
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            // Beside the jar; for a module's classes or its plain jar, in the build's target/app.
            Path beside = place.resolveSibling("");
            return Files.exists(beside.resolve("engine")) ? beside : place.resolveSibling("app");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
