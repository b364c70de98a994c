package dev.pawl.evidence.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scripts of {@code composer.json}, which may name each other. */
final class Composer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "composer.json";
    private static final Set<String> RUN = Set.of("run", "run-script");

    private Composer() {}

    static void run(Call call, Trail trail) {
        Place place =
                call.option("-d", "--working-dir").flatMap(call.place()::in).orElse(call.place());
        List<String> words =
                call.arguments().stream().filter(word -> !word.startsWith("-")).toList();
        if (words.isEmpty()) {
            return;
        }
        if (words.getFirst().equals("exec")) {
            int program = call.words().indexOf("exec") + 1;
            if (program < call.words().size()) {
                trail.follow(call.in(place).from(program));
            }
            return;
        }
        String name = RUN.contains(words.getFirst()) && words.size() > 1 ? words.get(1) : words.getFirst();
        trail.file(place, MANIFEST).ifPresent(manifest -> {
            trail.own(manifest, call.why());
            script(name, scripts(manifest, trail), call.in(place), trail, new HashSet<>());
        });
    }

    private static void script(String name, JsonNode scripts, Call call, Trail trail, Set<String> under) {
        JsonNode script = scripts.path(name);
        if (script.isMissingNode() || !under.add(name)) {
            return;
        }
        for (JsonNode line : script.isArray() ? script : JSON.createArrayNode().add(script)) {
            String run = line.asText("");
            if (run.startsWith("@php ") || run.startsWith("@composer ")) {
                line(run.substring(1), name, call, trail);
            } else if (run.startsWith("@")) {
                script(run.substring(1).split("\\s+", 2)[0], scripts, call, trail, under);
            } else if (!run.contains("::")) {
                line(run, name, call, trail);
            }
        }
    }

    private static void line(String run, String name, Call call, Trail trail) {
        String why = "%s → script '%s'".formatted(call.why(), name);
        trail.shell(run, call.place(), call.place(), why, call.depth() + 1);
    }

    private static JsonNode scripts(String manifest, Trail trail) {
        try {
            return JSON.readTree(trail.text(manifest).orElse("{}")).path("scripts");
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
