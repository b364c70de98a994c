package dev.pawl.agent.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of one agent program: a folder with {@code NAME.out} and {@code NAME.err}, and a file {@code cases}
 * that says for each case {@code case = NAME exit-code recorded|made}, or {@code case = none: the reason}. An exit code
 * of {@code -} means a program that does not end.
 */
record Recordings(String agent, Path folder, Map<String, String> cases) {
    private static final Path ROOT = Path.of("src/test/resources/agents");
    private static final String NONE = "none:";

    /**
     * @param stdout bytes as characters of ISO 8859-1
     * @param stderr likewise
     * @param exitCode absent if the program does not end by itself
     */
    record Recording(
            String name,
            String stdout,
            String stderr,
            @Nullable Integer exitCode,
            String origin) {}

    static Recordings of(String agent) {
        Path folder = ROOT.resolve(agent);
        Map<String, String> cases = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("cases"))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] sides = line.split("=", 2);
                    cases.put(sides[0].strip(), sides[1].strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Recordings(agent, folder, cases);
    }

    /** Why there is no such case; absent if there is one. Cases derived from success exist unless excluded. */
    @Nullable
    String none(ContractCase wanted) {
        String entry = wanted.recorded() ? entry(wanted) : cases.getOrDefault(wanted.key(), "");
        return entry.startsWith(NONE) ? entry.substring(NONE.length()).strip() : null;
    }

    Recording recording(ContractCase wanted) {
        String[] words = entry(wanted).split("\\s+", -1);
        Integer exitCode = words[1].equals("-") ? null : Integer.valueOf(words[1]);
        return new Recording(words[0], read(words[0] + ".out"), read(words[0] + ".err"), exitCode, words[2]);
    }

    private String entry(ContractCase wanted) {
        String entry = cases.get(wanted.key());
        if (entry == null) {
            throw new IllegalStateException(folder + "/cases says nothing of " + wanted.key());
        }
        return entry;
    }

    private String read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every recorded standard output, by file name. */
    List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".out"))
                    .sorted()
                    .toList();
        }
    }
}
