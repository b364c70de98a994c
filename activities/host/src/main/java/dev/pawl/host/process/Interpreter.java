package dev.pawl.host.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The program named by the first line of a script. */
final class Interpreter {
    /** As much as the kernel reads. */
    private static final int LINE = 256;

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private Interpreter() {}

    /** Empty if the file is not a script, or the program does not exist. */
    static Optional<Path> of(Path file, String searchPath) {
        String line = firstLine(file);
        if (!line.startsWith("#!")) {
            return Optional.empty();
        }
        List<String> words = BLANKS.splitAsStream(line.substring(2))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (!words.getFirst().endsWith("/env")) {
            return absolute(words.getFirst());
        }
        return words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-") && !word.contains("="))
                .findFirst()
                .flatMap(name -> name.startsWith("/") ? absolute(name) : Programs.find(name, searchPath));
    }

    private static Optional<Path> absolute(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute).filter(Files::isRegularFile);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static String firstLine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(LINE), StandardCharsets.UTF_8);
            return start.lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
