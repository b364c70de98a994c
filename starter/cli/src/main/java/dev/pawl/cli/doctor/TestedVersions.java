package dev.pawl.cli.doctor;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The versions of agents that the contract tests ran with and that {@code build/install-agents} installs. */
public final class TestedVersions {
    private TestedVersions() {}

    /** @throws IllegalArgumentException for an agent without a manifest */
    public static String of(String agent) {
        String manifest = "/agents/" + agent + "/package.json";
        try (InputStream json = TestedVersions.class.getResourceAsStream(manifest)) {
            if (json == null) {
                throw new IllegalArgumentException("no manifest " + manifest);
            }
            return JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonObject("dependencies")
                    .asMap()
                    .values()
                    .stream()
                    .map(JsonElement::getAsString)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(manifest + " names no package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
