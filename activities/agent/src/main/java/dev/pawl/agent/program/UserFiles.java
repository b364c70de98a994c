package dev.pawl.agent.program;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the user's own settings that a run gets as copies. Links are followed, since they are the user's. */
final class UserFiles {
    private static final int DEEPEST = 8;
    private static final int MOST = 2_000;
    private static final long LARGEST = 20L << 20;

    private UserFiles() {}

    /**
     * Does nothing if there is no such file or directory.
     *
     * @return false if it is too large
     */
    static boolean copied(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return true;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(from, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(Files::isRegularFile).limit(MOST + 1L).toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        if (files.size() > MOST || bytes > LARGEST) {
            return false;
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Path parent = copy.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(file, copy);
        }
        return true;
    }
}
