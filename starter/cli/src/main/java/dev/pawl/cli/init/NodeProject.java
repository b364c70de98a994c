package dev.pawl.cli.init;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JavaScript and TypeScript: the package manager by its lock file, the tests by the scripts. */
final class NodeProject {
    /** Scripts that test once, by convention; the first that exists is used if {@code test} watches. */
    private static final List<String> ONCE = List.of("test:ci", "ci:test", "test:once", "test:run", "test-ci");

    private final Tree tree;
    private final JsonObject manifest;
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private NodeProject(Tree tree, JsonObject manifest) {
        this.tree = tree;
        this.manifest = manifest;
        if (manifest.get("scripts") instanceof JsonObject object) {
            object.entrySet().stream()
                    .filter(entry -> entry.getValue().isJsonPrimitive())
                    .forEach(entry ->
                            scripts.put(entry.getKey(), entry.getValue().getAsString()));
        }
    }

    static Optional<Project> of(Tree tree) {
        if (!tree.has("package.json")) {
            return Optional.empty();
        }
        try {
            JsonElement manifest = JsonParser.parseString(tree.text("package.json"));
            return manifest instanceof JsonObject object
                    ? Optional.of(new NodeProject(tree, object).project())
                    : Optional.empty();
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    private Project project() {
        Manager manager = manager();
        List<String> checks = check(manager).stream().toList();
        String language = tree.has("tsconfig.json") ? "TypeScript" : "JavaScript";
        return new Project(language + " (" + manager.program + ")", List.of(install(manager)), checks, notes);
    }

    /** The field of package.json outranks lock files. */
    private Manager manager() {
        String field = packageManager();
        for (Manager manager : Manager.values()) {
            if (field.startsWith(manager.program + "@")) {
                return manager;
            }
        }
        for (Manager manager : Manager.values()) {
            if (manager.locks.stream().anyMatch(tree::has)) {
                return manager;
            }
        }
        return Manager.NPM;
    }

    private String install(Manager manager) {
        boolean locked = manager.locks.stream().anyMatch(tree::has);
        return switch (manager) {
            case PNPM -> "pnpm install" + (locked ? " --frozen-lockfile" : "");
            case YARN -> "yarn install" + (!locked ? "" : modernYarn() ? " --immutable" : " --frozen-lockfile");
            case BUN -> "bun install" + (locked ? " --frozen-lockfile" : "");
            case NPM -> locked ? "npm ci" : "npm install";
        };
    }

    private boolean modernYarn() {
        return tree.has(".yarnrc.yml") || packageManager().matches("yarn@(?:[2-9]|\\d\\d).*");
    }

    /** Such as {@code pnpm@9.1.0}; empty if the manifest names none. */
    private String packageManager() {
        return manifest.get("packageManager") instanceof JsonPrimitive named ? named.getAsString() : "";
    }

    private Optional<String> check(Manager manager) {
        String test = scripts.getOrDefault("test", "");
        if (test.isBlank() || test.contains("no test specified")) {
            return Optional.empty();
        }
        if (!WatchScript.watches(test)) {
            return Optional.of(manager.program + (manager == Manager.BUN ? " run test" : " test"));
        }
        Optional<String> other = ONCE.stream()
                .filter(name -> scripts.containsKey(name) && !WatchScript.watches(scripts.get(name)))
                .findFirst();
        if (other.isPresent()) {
            notes.add("the script 'test' watches (%s); the check is 'test' once: %s".formatted(test, other.get()));
            return Optional.of(manager.program + " run " + other.get());
        }
        Optional<String> once = WatchScript.once(test);
        if (once.isEmpty()) {
            notes.add("the script 'test' watches (%s) and never ends; add a script 'test:ci' that runs the tests once, "
                            .formatted(test)
                    + "and name it under 'checks'");
            return Optional.empty();
        }
        notes.add("the script 'test' watches (%s); the check runs it once".formatted(test));
        return Optional.of(
                switch (manager) {
                    case NPM -> "npm test -- " + once.get();
                    case PNPM -> "pnpm test " + once.get();
                    case YARN -> "yarn test " + once.get();
                    case BUN -> "bun run test " + once.get();
                });
    }

    private enum Manager {
        PNPM("pnpm", "pnpm-lock.yaml"),
        YARN("yarn", "yarn.lock"),
        BUN("bun", "bun.lock", "bun.lockb"),
        NPM("npm", "package-lock.json", "npm-shrinkwrap.json");

        private final String program;

        @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list.
        private final List<String> locks;

        Manager(String program, String... locks) {
            this.program = program;
            this.locks = List.of(locks);
        }
    }
}
