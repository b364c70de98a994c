package dev.pawl.evidence.protect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of a {@code composer.json} steers a test run: scripts, what only tests load, and where packages come from. */
final class ComposerJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SECTIONS =
            List.of("scripts", "autoload-dev", "repositories", "config", "replace", "provide");

    private ComposerJson() {}

    static String steering(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            Map<String, String> parts = new TreeMap<>();
            SECTIONS.stream()
                    .filter(root::has)
                    .forEach(name -> parts.put(name, root.get(name).toString()));
            return parts.isEmpty() ? "" : parts.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
