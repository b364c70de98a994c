package dev.pawl.evidence.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Removes the directory from names of tests, since some runners name a test by the absolute path of its file. */
final class PlaceFreeNames implements UnaryOperator<String> {
    private final List<String> places;

    PlaceFreeNames(Path directory) {
        places = Stream.of(directory.toAbsolutePath(), real(directory))
                .map(place -> place + "/")
                .distinct()
                .toList();
    }

    @Override
    public String apply(String name) {
        String free = name;
        for (String place : places) {
            free = free.replace(place, "");
        }
        return free;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException gone) {
            return directory.toAbsolutePath();
        }
    }
}
