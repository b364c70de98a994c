package dev.pawl.cli.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.Keys;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema and the parser agree. */
class PlanSchemaTest {
    @TempDir
    Path directory;

    private JsonObject schema;

    @BeforeEach
    void schema() throws Exception {
        Repositories.create(directory.resolve("repo"), "src/a.py");
        schema = JsonParser.parseString(PlanSchema.text()).getAsJsonObject();
    }

    private JsonObject at(String... names) {
        JsonObject at = schema;
        for (String name : names) {
            at = at.getAsJsonObject(name);
        }
        return at;
    }

    private JsonObject alternative(JsonObject of) {
        for (JsonElement each : of.getAsJsonArray("anyOf")) {
            if (each.getAsJsonObject().has("properties")) {
                return each.getAsJsonObject().getAsJsonObject("properties");
            }
        }
        throw new AssertionError("no object");
    }

    @Test
    void theyKnowTheSameKeys() {
        assertThat(at("properties").keySet()).containsExactlyInAnyOrderElementsOf(PlanKeys.PLAN);
        assertThat(at("properties", "limits", "properties").keySet())
                .containsExactlyInAnyOrderElementsOf(PlanKeys.LIMITS);
        JsonObject each = at("$defs", "package", "properties");
        assertThat(each.keySet()).containsExactlyInAnyOrderElementsOf(PlanKeys.PACKAGE);
        assertThat(each.getAsJsonObject("limits").getAsJsonObject("properties").keySet())
                .containsExactlyInAnyOrderElementsOf(Keys.LIMITS);
        assertThat(each.getAsJsonObject("tests").getAsJsonObject("properties").keySet())
                .containsExactlyInAnyOrderElementsOf(Keys.TESTS);
        assertThat(alternative(each.getAsJsonObject("judge")).keySet()).containsExactlyInAnyOrderElementsOf(Keys.JUDGE);
        assertThat(alternative(at("$defs", "checks", "items")).keySet())
                .containsExactlyInAnyOrderElementsOf(Keys.CHECK);
        assertThat(alternative(at("$defs", "setup", "items")).keySet()).containsExactlyInAnyOrderElementsOf(Keys.SETUP);
    }

    @Test
    void theyKnowTheSameWords() {
        Map<String, List<String>> words = Map.of(
                "sandbox", Keys.SANDBOXES,
                "network", Keys.NETWORKS,
                "verify", Keys.VERIFY,
                "deliver", Keys.DELIVER,
                "on-failure", PlanKeys.ON_FAILURE);
        words.forEach((key, allowed) ->
                assertThat(texts(at("properties", key))).as(key).isEqualTo(allowed));
        assertThat(texts(at("properties", "limits", "properties", "on-breach"))).isEqualTo(Keys.ON_BREACH);
        JsonObject breakpoints = at("$defs", "package", "properties", "breakpoints", "items");
        assertThat(alternative(breakpoints).keySet()).containsExactlyInAnyOrderElementsOf(Keys.CONDITIONS);
        List<String> moments = new ArrayList<>(Keys.MOMENTS);
        // A package delivers nothing.
        moments.remove("before-deliver");
        assertThat(texts(breakpoints.getAsJsonArray("anyOf").get(0).getAsJsonObject()))
                .isEqualTo(moments);
        JsonObject check = alternative(at("$defs", "checks", "items"));
        assertThat(texts(check.getAsJsonObject("must"))).isEqualTo(Keys.MUST);
        assertThat(texts(check.getAsJsonObject("control"))).isEqualTo(Keys.CONTROL);
    }

    private static List<String> texts(JsonObject enumeration) {
        List<String> texts = new ArrayList<>();
        enumeration.getAsJsonArray("enum").forEach(word -> texts.add(word.getAsString()));
        return texts;
    }

    /** A value that breaks the schema's bounds is a problem for the parser too, and one that keeps them is none. */
    @Test
    void theyDrawTheSameBounds() throws Exception {
        bounds(at("properties"), "");
        bounds(at("properties", "limits", "properties"), "limits");
        bounds(at("$defs", "package", "properties"), "package");
        bounds(at("$defs", "package", "properties", "limits", "properties"), "package-limits");
    }

    private void bounds(JsonObject properties, String where) throws IOException {
        for (Map.Entry<String, JsonElement> entry : properties.entrySet()) {
            JsonObject property = entry.getValue().getAsJsonObject();
            String key = entry.getKey();
            if (property.has("minimum") && property.has("maximum")) {
                long minimum = property.get("minimum").getAsLong();
                long maximum = property.get("maximum").getAsLong();
                assertThat(accepts(where, key, String.valueOf(minimum)))
                        .as(key + " " + minimum)
                        .isTrue();
                assertThat(accepts(where, key, String.valueOf(maximum)))
                        .as(key + " " + maximum)
                        .isTrue();
                assertThat(accepts(where, key, String.valueOf(minimum - 1)))
                        .as(key)
                        .isFalse();
                assertThat(accepts(where, key, String.valueOf(maximum + 1)))
                        .as(key)
                        .isFalse();
            }
            String type = property.has("type") ? property.get("type").getAsString() : "";
            if (type.equals("array") || type.equals("object")) {
                assertThat(accepts(where, key, "word"))
                        .as(key + " is no " + type)
                        .isFalse();
            }
            if (type.equals("string") || type.equals("boolean") || property.has("enum")) {
                assertThat(accepts(where, key, "{ a: b }"))
                        .as(key + " is no group")
                        .isFalse();
            }
            if (property.has("$ref") && property.get("$ref").getAsString().endsWith("/duration")) {
                assertThat(accepts(where, key, "90s")).as(key).isTrue();
                assertThat(accepts(where, key, "90")).as(key).isFalse();
            }
        }
    }

    private boolean accepts(String where, String key, String value) throws IOException {
        String line = key + ": " + value;
        String plan = where.isEmpty() ? line + "\n" : where.equals("limits") ? "limits: { " + line + " }\n" : "";
        String each = where.equals("package")
                ? ", " + line
                : where.equals("package-limits") ? ", limits: { " + line + " }" : "";
        Path file = directory.resolve("plan.yaml");
        Files.writeString(
                file,
                (plan.startsWith("repository:") ? "" : "repository: repo\n")
                        + (plan.startsWith("agent") ? "" : "agent: codex\n")
                        + plan
                        + (plan.startsWith("packages:") ? "" : "packages: [{ id: p, prompt: x" + each + " }]\n"));
        try {
            PlanFileParser.parse(file, AgentsFile.NONE, directory);
            return true;
        } catch (InvalidFileException refused) {
            return false;
        }
    }

    @Test
    void itIsTheFileInTheDocumentation() throws Exception {
        assertThat(Path.of("../../docs/plan.schema.json")).hasContent(PlanSchema.text());
    }
}
