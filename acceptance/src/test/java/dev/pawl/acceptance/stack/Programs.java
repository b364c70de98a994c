package dev.pawl.acceptance.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simulates a machine that lacks some programs. */
public final class Programs {
    private Programs() {}

    /** A PATH without some programs. A directory that contains one is replaced by links to its other programs. */
    public static String pathWithout(Path scratch, String... missing) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(directory -> without(directory, scratch, List.of(missing)))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path without(Path directory, Path scratch, List<String> missing) {
        if (missing.stream().noneMatch(program -> Files.exists(directory.resolve(program)))) {
            return directory;
        }
        try (Stream<Path> programs = Files.list(directory)) {
            Path links = Files.createTempDirectory(scratch, "bin");
            for (Path program : (Iterable<Path>) programs::iterator) {
                if (!missing.contains(program.getFileName().toString())) {
                    Files.createSymbolicLink(links.resolve(program.getFileName()), program);
                }
            }
            return links;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
