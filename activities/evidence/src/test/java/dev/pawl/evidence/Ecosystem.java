package dev.pawl.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the tricks of {@link Trick} need to know of one language and test runner: a page of text. Its first lines are
 * {@code key: value}; then come files of the base, each under {@code == path}, and parts of tricks, each under
 * {@code == @name} or, for a part that has a place of its own, {@code == @name path}.
 */
record Ecosystem(String name, Map<String, String> keys, Map<String, String> base, Map<String, Part> parts) {
    /** @param path where it goes; empty if the trick knows */
    record Part(String path, String text) {}

    private static final String SECTION = "== ";

    static List<Ecosystem> all() {
        URL directory = Objects.requireNonNull(Ecosystem.class.getResource("ecosystems"));
        try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
            return files.sorted().map(Ecosystem::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ecosystem read(Path file) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, String> base = new TreeMap<>();
        Map<String, Part> parts = new LinkedHashMap<>();
        String section = "";
        StringBuilder text = new StringBuilder();
        for (String line : lines(file)) {
            if (line.startsWith(SECTION)) {
                put(section, text, base, parts);
                section = line.substring(SECTION.length());
                text.setLength(0);
            } else if (section.isEmpty()) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    keys.put(line.substring(0, colon), line.substring(colon + 2));
                }
            } else {
                text.append(line).append('\n');
            }
        }
        put(section, text, base, parts);
        String name = file.getFileName().toString();
        return new Ecosystem(name.substring(0, name.lastIndexOf('.')), keys, base, parts);
    }

    private static void put(String section, StringBuilder text, Map<String, String> base, Map<String, Part> parts) {
        if (section.startsWith("@")) {
            String[] words = section.substring(1).split(" ", 2);
            parts.put(words[0], new Part(words.length > 1 ? words[1] : "", text.toString()));
        } else if (!section.isEmpty()) {
            base.put(section, text.toString());
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base, with what every trick may use. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(base);
        files.put("docs/old.md", "Old notes\n");
        files.put("scripts/check.sh", "set -e\n" + run() + "\n");
        if (has("golden")) {
            files.put("golden/sum.txt", "5\n");
            files.put("scripts/golden.sh", """
                    set -e
                    %s > "${TMPDIR:-/tmp}/sum"
                    diff golden/sum.txt "${TMPDIR:-/tmp}/sum"
                    """.formatted(key("golden")));
        }
        return files;
    }

    /** The column of the table. */
    String language() {
        return key("language");
    }

    /** Programs without which its cases cannot run. */
    List<String> needs() {
        return List.of(key("needs").split(" "));
    }

    String run() {
        return key("run");
    }

    /** The file that the task declares. */
    String work() {
        return key("work");
    }

    String test() {
        return key("test");
    }

    String key(String key) {
        return Objects.requireNonNull(keys.get(key), () -> name + " has no '" + key + "'");
    }

    boolean has(String keyOrPart) {
        return keys.containsKey(keyOrPart) || parts.containsKey(keyOrPart);
    }

    boolean leavesOut(Trick trick) {
        return List.of(keys.getOrDefault("without", "").split(" ")).contains(trick.key());
    }

    Part part(String part) {
        return Optional.ofNullable(parts.get(part))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no '@" + part + "'"));
    }

    String text(String part) {
        return part(part).text();
    }
}
