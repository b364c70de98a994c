package dev.pawl.evidence.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.evidence.protect.PackageJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where a {@code package.json} takes the packages from that tests import, and its own name. */
final class NodeDependencies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REPLACING =
            List.of("overrides", "resolutions", "pnpm", "imports", "alias", "browser");

    /** A version, a range or a tag of the registry. */
    private static final Pattern PUBLISHED = Pattern.compile("\\s*(?:[\\^~<>=v\\s]*[\\dxX*].*|[A-Za-z][\\w-]*|)");

    private NodeDependencies() {}

    /** All of its dependencies, from any source. */
    static Set<String> listed(String text) {
        Set<String> listed = new TreeSet<>();
        try {
            JsonNode root = JSON.readTree(text);
            PackageJson.DEPENDENCIES.forEach(
                    section -> root.path(section).fieldNames().forEachRemaining(listed::add));
        } catch (JsonProcessingException unreadable) {
            listed.clear();
        }
        return listed;
    }

    /** Directories of the repository that stand in for packages that tests import; only development dependencies. */
    static Set<String> directories(String path, String text, Set<String> packages) {
        Set<String> directories = new TreeSet<>();
        try {
            JSON.readTree(text).path("devDependencies").properties().forEach(entry -> {
                String from = entry.getValue().asText().replaceFirst("^(?:file|link|portal):", "");
                if (packages.contains(entry.getKey()) && from.startsWith("./")) {
                    directories.add(path.substring(0, path.lastIndexOf('/') + 1)
                            + from.substring(2).replaceFirst("/$", ""));
                }
            });
        } catch (JsonProcessingException unreadable) {
            directories.clear();
        }
        return directories;
    }

    /** The sources of packages, by name; without those from the registry under their own name. */
    static Map<String, String> replaced(String text, Set<String> packages) {
        Map<String, String> replaced = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(text);
            if (packages.contains(root.path("name").asText(""))) {
                replaced.put(root.path("name").asText(), "this package");
            }
            for (String name : packages) {
                for (String section : PackageJson.DEPENDENCIES) {
                    String version = root.path(section).path(name).asText("");
                    if (!PUBLISHED.matcher(version).matches() || version.contains("/")) {
                        replaced.put(name, version);
                    }
                }
                for (String section : REPLACING) {
                    if (root.path(section).toString().contains("\"" + name + "\"")) {
                        replaced.put(name, root.path(section).toString());
                    }
                }
            }
        } catch (JsonProcessingException unreadable) {
            // The package manager cannot read it either.
            replaced.clear();
        }
        return replaced;
    }
}
