package dev.pawl.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces files atomically: another program reads the old content or the new. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Replaces a file and keeps its permissions. A new file, and the directories it needs, are created; the file is
     * readable by its owner only. A symbolic link is replaced, not followed.
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Path fresh = Files.createTempFile(directory, ".pawl-", ".new");
        try {
            Files.write(fresh, content);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
