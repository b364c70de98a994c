package dev.pawl.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Paths of a local stack's state. Only its owner can enter the directory.
 *
 * @param directory an absolute path that exists
 */
public record LocalHome(Path directory) {
    /** Creates the directory if necessary, closed to others. */
    public static LocalHome open(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        close(absolute);
        return new LocalHome(absolute.toRealPath());
    }

    /** For programs that look for the stack; exists while it is ready. */
    public Path state() {
        return directory.resolve("local.json");
    }

    /** Progress of the last start, one line per step. */
    public Path startLog() {
        return directory.resolve("start.log");
    }

    /** Log of worker, gateway and stack. Standard output is for the parent process. */
    public Path log() {
        return directory.resolve("pawl.log");
    }

    public Path lock() {
        return directory.resolve("local.lock");
    }

    public Path ports() {
        return directory.resolve("ports.json");
    }

    /** The token for clients of the gateway. */
    public Path token() {
        return directory.resolve("token");
    }

    /** How Temporal's clients reach this home's engine. */
    public Path engineConfiguration() {
        return directory.resolve("temporal.toml");
    }

    /** Directory of a part, closed to others. */
    public Path part(String name) throws IOException {
        Path part = directory.resolve(name);
        Files.createDirectories(part);
        close(part);
        return part;
    }

    private static void close(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
