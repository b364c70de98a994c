package dev.pawl.activities.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The private directories of one run, empty at its start: no run finds what an earlier one left for it. */
final class Scratch {
    private static final String GUARD = "sitecustomize.py";

    private Scratch() {}

    static void prepare(CheckPlace place) throws IOException {
        for (Path directory : List.of(place.home(), place.temp(), place.reports(), place.guard())) {
            delete(directory);
            Files.createDirectories(directory);
        }
        try (InputStream guard = Scratch.class.getResourceAsStream(GUARD)) {
            Files.copy(
                    Objects.requireNonNull(guard, GUARD),
                    place.guard().resolve(GUARD),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes a directory and all below it, never following a symbolic link. Idempotent. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
