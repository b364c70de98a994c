package dev.pawl.task.collect;

import dev.pawl.host.directory.HostDirectories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The databases whose rows refer to contents of this home, one empty file each. A person removes the files of deleted
 * databases.
 */
record ContentUsers(HostDirectories directories) {
    Path directory() {
        return directories.content().resolve("databases");
    }

    /**
     * Records that a database uses this home.
     *
     * @return the other databases that do
     */
    List<String> besides(String database) {
        Path own = directories.create(directory()).resolve(database);
        try {
            if (Files.notExists(own)) {
                Files.write(own, new byte[0]);
            }
            try (Stream<Path> users = Files.list(directory())) {
                return users.map(user -> user.getFileName().toString())
                        .filter(user -> !user.equals(database))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note that this database uses " + directories.content(), e);
        }
    }
}
