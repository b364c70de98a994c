package dev.pawl.evidence.protect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of a {@code package.json} that steer a test run: scripts, sections of runners, replaced packages. */
public final class PackageJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPTS = "scripts";
    private static final List<String> SECTIONS = List.of(
            SCRIPTS,
            "jest",
            "mocha",
            "vitest",
            "ava",
            "nyc",
            "c8",
            "tap",
            "babel",
            "config",
            "imports",
            "overrides",
            "resolutions",
            "pnpm",
            "packageManager");
    /** The sections that list dependencies. */
    public static final List<String> DEPENDENCIES =
            List.of("dependencies", "devDependencies", "optionalDependencies", "peerDependencies");

    private static final List<String> LOCAL = List.of("file:", "link:", "portal:", "npm:", "git", "http");

    private PackageJson() {}

    /** @param scripts those that checks start; if empty they are unknown, so all scripts count */
    static String steering(String text, Set<String> scripts) {
        try {
            JsonNode root = JSON.readTree(text);
            Map<String, String> parts = new TreeMap<>();
            SECTIONS.stream()
                    .filter(root::has)
                    .filter(name -> scripts.isEmpty() || !name.equals(SCRIPTS))
                    .forEach(name -> parts.put(name, root.get(name).toString()));
            if (!scripts.isEmpty()) {
                parts.put(SCRIPTS, scripts(text, scripts));
            }
            for (String name : DEPENDENCIES) {
                root.path(name).properties().forEach(entry -> replaced(entry, parts));
            }
            return parts.isEmpty() ? "" : parts.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** The names of its scripts, and "test", which always counts. */
    static Set<String> names(String text) {
        Set<String> names = new TreeSet<>(Set.of("test"));
        try {
            JSON.readTree(text).path(SCRIPTS).fieldNames().forEachRemaining(names::add);
        } catch (JsonProcessingException e) {
            names.add(text);
        }
        return names;
    }

    /** The scripts with these names, and what the package manager runs before and after them. */
    static String scripts(String text, Set<String> names) {
        Map<String, String> found = new TreeMap<>();
        try {
            JsonNode scripts = JSON.readTree(text).path(SCRIPTS);
            names.stream()
                    .flatMap(name -> Stream.of("pre" + name, name, "post" + name))
                    .forEach(name -> found.put(name, scripts.path(name).asText("")));
        } catch (JsonProcessingException e) {
            found.put("unreadable", text);
        }
        return found.toString();
    }

    /** The project's test script; empty if it is missing or npm's placeholder. */
    public static String testScript(String text) {
        try {
            String script = JSON.readTree(text).path("scripts").path("test").asText("");
            return script.contains("no test specified") ? "" : script;
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static void replaced(Map.Entry<String, JsonNode> dependency, Map<String, String> parts) {
        String version = dependency.getValue().asText();
        if (LOCAL.stream().anyMatch(version::startsWith)) {
            parts.put("dependency " + dependency.getKey(), version);
        }
    }
}
