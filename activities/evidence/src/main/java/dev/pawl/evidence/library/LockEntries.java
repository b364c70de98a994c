package dev.pawl.evidence.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entries of a lock file by package: version, source and checksum. */
final class LockEntries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TomlMapper TOML = new TomlMapper();
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^\"?((?:@[^@/\\s\"]+/)?[^@\\s\"]+)@[^\\n]*:\\n((?:[ \\t]+[^\\n]*\\n?)+)");

    private static final Pattern PNPM = Pattern.compile(
            "(?m)^  '?/?((?:@[^@/\\s']+/)?[^@/\\s':]+)[@/]([^\\s'(_]+)[^\\n]*:\\n(?:    [^\\n]*\\n)*?    resolution: ([^\\n]*)");
    /** A package that does not come from the registry. */
    private static final Pattern PNPM_ELSEWHERE =
            Pattern.compile("(?m)^ +'?((?:@[^@/\\s']+/)?[^@/\\s':]+)'?:\\n +specifier: [^\\n]*\\n +version: "
                    + "'?((?:link|file|portal|git|https?)[^\\n']*)");

    private static final Pattern GEMS = Pattern.compile("(?m)^(GEM|PATH|GIT)\\n((?:[ \\t]+[^\\n]*\\n?)+)");
    private static final Pattern GEM = Pattern.compile("(?m)^    ([\\w.-]+) \\(([^)]*)\\)");

    private LockEntries() {}

    static boolean lock(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "package-lock.json",
                    "npm-shrinkwrap.json",
                    "yarn.lock",
                    "pnpm-lock.yaml",
                    "Gemfile.lock",
                    "composer.lock",
                    "Cargo.lock",
                    "poetry.lock",
                    "uv.lock",
                    "pdm.lock",
                    "go.sum" -> true;
            default -> false;
        };
    }

    /** By package; several versions of one package are joined. */
    static Map<String, Set<String>> of(String path, String text) {
        Map<String, Set<String>> entries = new TreeMap<>();
        try {
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "package-lock.json", "npm-shrinkwrap.json" -> npm(JSON.readTree(text), entries);
                case "Cargo.lock", "poetry.lock", "uv.lock", "pdm.lock" -> toml(TOML.readTree(text), entries);
                case "yarn.lock" -> yarn(text, entries);
                case "pnpm-lock.yaml" -> pnpm(text, entries);
                case "Gemfile.lock" -> gems(text, entries);
                case "composer.lock" -> composer(JSON.readTree(text), entries);
                default -> sums(text, entries);
            }
        } catch (JsonProcessingException unreadable) {
            entries.clear();
        }
        return entries;
    }

    private static void npm(JsonNode root, Map<String, Set<String>> entries) {
        root.path("packages").properties().forEach(entry -> {
            int at = entry.getKey().lastIndexOf("node_modules/");
            if (at >= 0) {
                add(entry.getKey().substring(at + "node_modules/".length()), npm(entry.getValue()), entries);
            }
        });
        root.path("dependencies").properties().forEach(entry -> add(entry.getKey(), npm(entry.getValue()), entries));
    }

    private static String npm(JsonNode entry) {
        String from = entry.path("resolved").asText("https:");
        // The mirror of the registry does not matter, since the checksum is the same.
        return "%s %s %s %s"
                .formatted(
                        entry.path("version"),
                        entry.path("integrity"),
                        entry.path("link"),
                        from.startsWith("http") ? "" : from);
    }

    private static void toml(JsonNode root, Map<String, Set<String>> entries) {
        root.path("package")
                .forEach(entry -> add(
                        entry.path("name").asText().replace('-', '_'),
                        "%s %s %s %s"
                                .formatted(
                                        entry.path("version"),
                                        entry.path("source"),
                                        entry.path("checksum"),
                                        entry.path("sdist").path("hash")),
                        entries));
    }

    private static void yarn(String text, Map<String, Set<String>> entries) {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            add(block.group(1), block.group(2), entries);
        }
    }

    private static void pnpm(String text, Map<String, Set<String>> entries) {
        Matcher resolved = PNPM.matcher(text);
        while (resolved.find()) {
            add(resolved.group(1), resolved.group(2) + " " + resolved.group(3), entries);
        }
        Matcher elsewhere = PNPM_ELSEWHERE.matcher(text);
        while (elsewhere.find()) {
            add(elsewhere.group(1), elsewhere.group(2), entries);
        }
    }

    /** Which mirror they are from does not matter, which directory or repository does. */
    private static void gems(String text, Map<String, Set<String>> entries) {
        Matcher section = GEMS.matcher(text);
        while (section.find()) {
            String from = section.group(1).equals("GEM") ? "" : section.group(2).split("specs:", 2)[0];
            Matcher gem = GEM.matcher(section.group(2));
            while (gem.find()) {
                add(gem.group(1), gem.group(2) + from, entries);
            }
        }
    }

    private static void composer(JsonNode root, Map<String, Set<String>> entries) {
        for (String section : List.of("packages", "packages-dev")) {
            root.path(section)
                    .forEach(entry -> add(
                            entry.path("name").asText(),
                            "%s %s %s %s"
                                    .formatted(
                                            entry.path("version"),
                                            entry.path("dist").path("type"),
                                            entry.path("dist").path("shasum"),
                                            entry.path("source").path("reference")),
                            entries));
        }
    }

    /** Keyed with the version, so that a version that is gone counts as no difference. */
    private static void sums(String text, Map<String, Set<String>> entries) {
        text.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length == 3)
                .forEach(words -> add(words[0] + "@" + words[1], words[2], entries));
    }

    private static void add(String name, String entry, Map<String, Set<String>> entries) {
        entries.computeIfAbsent(name, any -> new TreeSet<>()).add(entry);
    }
}
