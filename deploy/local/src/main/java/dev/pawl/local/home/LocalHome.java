package dev.pawl.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a local stack keeps everything. Only its owner can enter it.
 *
 * @param directory an absolute path that exists
 */
public record LocalHome(Path directory) {
    /** Makes the directory if need be, closed to others. */
    public static LocalHome open(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        close(absolute);
        return new LocalHome(absolute.toRealPath());
    }

    /** What a program reads to find the stack: there while it is ready. */
    public Path state() {
        return directory.resolve("local.json");
    }

    /** Progress of the last start, a line each. */
    public Path startLog() {
        return directory.resolve("start.log");
    }

    /** Of worker, gateway and the stack itself. What goes to standard output is for whoever started the process. */
    public Path log() {
        return directory.resolve("pawl.log");
    }

    public Path lock() {
        return directory.resolve("local.lock");
    }

    public Path ports() {
        return directory.resolve("ports.json");
    }

    /** What a client of the gateway has to know. */
    public Path token() {
        return directory.resolve("token");
    }

    /** A directory of a part, closed to others. */
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
