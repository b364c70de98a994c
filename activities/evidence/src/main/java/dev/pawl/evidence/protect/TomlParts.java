package dev.pawl.evidence.protect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a {@code pyproject.toml} or {@code Cargo.toml} that steer a test run. */
public final class TomlParts {
    private static final TomlMapper TOML = new TomlMapper();
    private static final List<String> PYTHON = List.of(
            "/build-system",
            "/project/entry-points",
            "/tool/pytest",
            "/tool/coverage",
            "/tool/tox",
            "/tool/nox",
            "/tool/hatch/envs",
            "/tool/pdm/scripts",
            "/tool/poe",
            "/tool/taskipy",
            "/tool/poetry/plugins",
            "/tool/setuptools/cmdclass",
            "/tool/uv/sources");
    private static final List<String> CARGO = List.of(
            "/test",
            "/bench",
            "/profile",
            "/patch",
            "/replace",
            "/workspace/exclude",
            "/workspace/default-members",
            "/workspace/lints",
            "/workspace/metadata",
            "/lib/test",
            "/lib/harness",
            "/lib/doctest",
            "/package/autotests",
            "/package/build",
            "/package/metadata");

    private TomlParts() {}

    static String python(String text) {
        return parts(text, PYTHON);
    }

    static String cargo(String text) {
        return parts(text, CARGO);
    }

    public static boolean has(String text, String pointer) {
        return !parts(text, List.of(pointer)).isEmpty();
    }

    private static String parts(String text, List<String> pointers) {
        try {
            JsonNode root = TOML.readTree(text);
            Map<String, String> parts = new TreeMap<>();
            for (String pointer : pointers) {
                JsonNode part = root.at(pointer);
                if (!part.isMissingNode()) {
                    parts.put(pointer, part.toString());
                }
            }
            return parts.isEmpty() ? "" : parts.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
