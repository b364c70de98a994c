package dev.pawl.db.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Directories whose names, and the names in them, are on disk and not only in the system's memory. Thread-safe. */
class DurableDirectories {
    /** Known to be on disk with all their parents, since this process saw to it. */
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    /** Makes a directory and its parents if they are not there. */
    final void create(Path directory) throws IOException {
        if (known.contains(directory) && Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        boolean there = Files.isDirectory(directory);
        if (!there) {
            if (parent != null) {
                create(parent);
            }
            createOne(directory);
        }
        if (parent != null && Files.isReadable(parent)) {
            // Also if somebody else made it: they may not have come to this yet.
            force(parent);
        }
        known.add(directory);
    }

    private static void createOne(Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** What was made, renamed or removed in a directory, or changed of a file, is on disk when this returns. */
    void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
