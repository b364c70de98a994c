package dev.pawl.evidence.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Scripts of {@code package.json}, as npm, pnpm, Yarn and Bun start them. */
final class NodePackages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "package.json";
    private static final Set<String> RUN = Set.of("run", "run-script", "rum", "urn");
    private static final Set<String> TEST = Set.of("test", "t", "tst");
    private static final Set<String> EXECUTE = Set.of("exec", "x", "dlx");

    /** Commands of the package managers that start no script of interest. */
    private static final Set<String> OTHERS =
            Set.of("install", "i", "ci", "add", "remove", "audit", "ls", "pack", "publish", "version", "config", "set");

    private static final Set<String> WITH_VALUE =
            Set.of("--prefix", "-C", "--cwd", "--dir", "-w", "--workspace", "--filter", "-F", "--loglevel");

    private static final Set<String> ALL = Set.of("--workspaces", "-ws", "-r", "--recursive");

    private NodePackages() {}

    static void run(Call call, Trail trail) {
        Place place = call.option("--prefix", "-C", "--cwd", "--dir")
                .flatMap(call.place()::in)
                .orElse(call.place());
        List<String> words = call.arguments();
        int at = command(words, 0);
        if (at >= words.size()) {
            return;
        }
        String command = words.get(at);
        Call moved = call.in(place);
        if (command.equals("workspace") && at + 2 < words.size()) {
            member(words.get(at + 1), trail)
                    .ifPresent(member -> named(
                            words.get(words.get(at + 2).equals("run") ? Math.min(at + 3, words.size() - 1) : at + 2),
                            moved.in(member),
                            trail));
        } else if (RUN.contains(command)) {
            int name = command(words, at + 1);
            if (name < words.size()) {
                places(moved, trail).forEach(member -> named(words.get(name), moved.in(member), trail));
            }
        } else if (EXECUTE.contains(command)
                || (command.equals("node") && call.program().equals("yarn"))) {
            int program = command.equals("node") ? at : command(words, at + 1);
            if (program < words.size()) {
                trail.follow(moved.from(program + 1));
            }
        } else if (command.equals("test") && call.program().equals("bun")) {
            TestRunners.run("bun", moved.from(at + 1), trail);
        } else if (TEST.contains(command) || command.equals("start")) {
            String name = command.equals("start") ? command : "test";
            places(moved, trail).forEach(member -> named(name, moved.in(member), trail));
        } else if (!OTHERS.contains(command)) {
            places(moved, trail).forEach(member -> {
                if (!named(command, moved.in(member), trail) && !call.program().equals("npm")) {
                    trail.follow(moved.in(member).from(at + 1));
                }
            });
        }
    }

    /** Programs that start several scripts or command lines. */
    static void several(Call call, Trail trail) {
        for (String word : call.arguments()) {
            String name = word.startsWith("npm:") ? word.substring("npm:".length()) : word;
            if (!name.startsWith("-") && !named(name, call, trail) && word.contains(" ")) {
                trail.shell(word, call.place(), call.place(), call.why(), call.depth() + 1);
            }
        }
    }

    private static int command(List<String> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(words.get(at)) ? 2 : 1;
        }
        return at;
    }

    /** The directories in which a script is started: this one, or those of the requested packages of the workspace. */
    private static List<Place> places(Call call, Trail trail) {
        Optional<String> named = call.option("-w", "--workspace", "--filter", "-F");
        if (named.isPresent()) {
            return member(named.get(), trail).stream().toList();
        }
        boolean all = call.arguments().stream().anyMatch(ALL::contains);
        return all
                ? manifests(trail)
                        .filter(path -> !path.equals(MANIFEST))
                        .map(Place::of)
                        .toList()
                : List.of(call.place());
    }

    /** @param name of a package, or its directory */
    private static Optional<Place> member(String name, Trail trail) {
        if (trail.file(Place.ROOT, name + "/" + MANIFEST).isPresent()) {
            return Place.ROOT.in(name);
        }
        return manifests(trail)
                .filter(path -> json(path, trail).path("name").asText().equals(name))
                .map(Place::of)
                .findFirst();
    }

    private static Stream<String> manifests(Trail trail) {
        return trail.base().files().stream()
                .filter(path ->
                        (path.equals(MANIFEST) || path.endsWith("/" + MANIFEST)) && !path.contains("node_modules/"));
    }

    /** @return whether the script exists */
    private static boolean named(String name, Call call, Trail trail) {
        Optional<String> manifest = trail.nearest(call.place(), List.of(MANIFEST));
        if (manifest.isEmpty()) {
            return false;
        }
        JsonNode scripts = json(manifest.get(), trail).path("scripts");
        boolean there = false;
        for (String script : List.of("pre" + name, name, "post" + name)) {
            String text = scripts.path(script).asText("");
            if (!text.isEmpty()) {
                there = there || script.equals(name);
                trail.script(manifest.get(), script);
                Place at = Place.of(manifest.get());
                trail.shell(text, at, at, "%s → script '%s'".formatted(call.why(), script), call.depth() + 1);
            }
        }
        return there;
    }

    private static JsonNode json(String path, Trail trail) {
        try {
            return JSON.readTree(trail.text(path).orElse("{}"));
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
