package dev.pawl.agent.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The private files of one run. */
public record RunDirectory(Path root) {
    /** Idempotent. */
    public static RunDirectory make(Path root) throws IOException {
        RunDirectory directory = new RunDirectory(root);
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory.home());
        Files.createDirectories(directory.temp());
        return directory;
    }

    public Path home() {
        return root.resolve("home");
    }

    public Path temp() {
        return root.resolve("tmp");
    }

    /** Beside it: the agent must not change its own transcript, and its sandbox has only the directory. */
    public Path transcript() {
        return root.resolveSibling(root.getFileName() + ".transcript");
    }
}
