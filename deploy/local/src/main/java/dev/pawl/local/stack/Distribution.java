package dev.pawl.local.stack;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** The installation directory: jar, libraries, and the engine's manifest and build script. */
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
        Path place = place();
        // Next to the jar; for a module's classes or its plain jar, in the build's target/app.
        Path beside = place.resolveSibling("");
        return Files.exists(beside.resolve("engine")) ? beside : place.resolveSibling("app");
    }

    /** The jar or directory of this class. */
    private static Path place() {
        CodeSource source = Distribution.class.getProtectionDomain().getCodeSource();
        try {
            // A class mapped from a shared archive may have no location.
            return source == null || source.getLocation() == null
                    ? Path.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0])
                            .toAbsolutePath()
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
