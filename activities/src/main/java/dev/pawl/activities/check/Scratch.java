package dev.pawl.activities.check;

import dev.pawl.activities.host.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The private directories of one run, empty at its start: no run finds what an earlier one left for it. */
final class Scratch {
    private static final String GUARD = "sitecustomize.py";

    private Scratch() {}

    static void prepare(CheckPlace place) throws IOException {
        for (Path directory : List.of(place.home(), place.temp(), place.reports(), place.guard())) {
            Removal.remove(directory);
            Files.createDirectories(directory);
        }
        try (InputStream guard = Scratch.class.getResourceAsStream(GUARD)) {
            Files.copy(
                    Objects.requireNonNull(guard, GUARD),
                    place.guard().resolve(GUARD),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
