package dev.pawl.local.stack;

import java.net.URISyntaxException;
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
            // The jar's directory; the module's target/app where classes are not in a jar.
            Path place = Path.of(source.getLocation().toURI());
            Path directory = place.resolveSibling("app");
            return place.toString().endsWith(".jar") ? place.resolveSibling("") : directory;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
