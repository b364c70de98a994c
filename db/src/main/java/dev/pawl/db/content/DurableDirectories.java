package dev.pawl.db.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes directories, and the names in them, durable on disk. Thread-safe. */
class DurableDirectories {
    /** Known to be on disk with all their parents, because this process forced them. */
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    /** Creates a directory and its parents if they do not exist. */
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
            // Even if another process created it, which may not have forced it yet.
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

    /** Forces changes of a directory's entries, or of a file, to disk. */
    void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
