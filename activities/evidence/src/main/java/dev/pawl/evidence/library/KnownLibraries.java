package dev.pawl.evidence.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pawl.evidence.tree.FileTree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides which imports of tests are libraries and not the product under test. */
final class KnownLibraries {
    private static final TomlMapper TOML = new TomlMapper();
    private static final Set<String> RUNNERS = Set.of(
            "jest",
            "vitest",
            "mocha",
            "ava",
            "tap",
            "jasmine",
            "playwright",
            "cypress",
            "chai",
            "sinon",
            "tsx",
            "ts-node",
            "ts-jest",
            "expect",
            "pytest",
            "pluggy",
            "coverage",
            "hypothesis",
            "nose2",
            "rstest",
            "proptest",
            "trybuild",
            "minitest",
            "test-unit",
            "rspec",
            "rspec-core",
            "rspec-expectations",
            "rspec-mocks",
            "phpunit/phpunit",
            "pestphp/pest",
            "mockery/mockery");
    private static final Pattern REQUIREMENTS =
            Pattern.compile("(?:.*/)?(?:requirements[^/]*\\.(?:txt|in)|requirements/[^/]+\\.(?:txt|in))");
    private static final List<String> DEPENDENCIES = List.of(
            "/project/dependencies",
            "/project/optional-dependencies",
            "/dependency-groups",
            "/tool/poetry/dependencies",
            "/tool/poetry/dev-dependencies",
            "/tool/poetry/group",
            "/tool/pdm/dev-dependencies",
            "/tool/uv/dev-dependencies");
    private static final Pattern PATHS = Pattern.compile("(?:.*/)?(?:ts|js)config[^/]*\\.json");
    private static final Pattern OF_LANGUAGE = Pattern.compile(
            "(?:minitest|test/unit|rspec|mocha|webmock|capybara|shoulda)(?:[/.].*)?"
                    + "|(?:Test|Test2|TAP)/.*\\.pm|(?:strict|warnings|utf8|lib|feature|constant|POSIX|Carp|vars|base|parent)\\.pm"
                    + "|(?:List|Scalar)/Util\\.pm|Data/Dumper\\.pm|File/\\w+\\.pm"
                    + "|(?:assert|ctype|errno|float|limits|locale|math|setjmp|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|time)\\.h"
                    + "|(?:cassert|cstdlib|cstring|cmath|string|vector|iostream)"
                    + "|(?:gtest|gmock|catch2|doctest|boost/test|criterion|cmocka|unity|check|CUnit|munit|greatest|minunit|utest|acutest)(?:[/._].*|\\.h.*)|catch\\.hpp");
    private static final Pattern NODE_LOCK =
            Pattern.compile("(?:.*/)?(?:package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml)");
    private static final List<String> VENDORS =
            List.of("vendor/", "third_party/", "node_modules/", "site-packages/", "bower_components/");

    private final TestImports imports;
    private final FileTree base;
    private final String manifests;
    private final Set<String> node;
    private final Set<String> directories = new TreeSet<>();

    KnownLibraries(TestImports imports, FileTree base) {
        this.imports = imports;
        this.base = base;
        this.manifests = base.files().stream()
                .filter(path -> REQUIREMENTS.matcher(path).matches() || path.endsWith("pyproject.toml"))
                .limit(50)
                .map(path -> path.endsWith(".toml") ? dependencies(base.text(path)) : base.text(path))
                .collect(Collectors.joining("\n"));
        Set<String> listed = new TreeSet<>();
        base.files().stream()
                .filter(path -> path.equals("package.json") || path.endsWith("/package.json"))
                .filter(path -> !path.contains("node_modules/"))
                .limit(200)
                .forEach(path -> {
                    listed.addAll(NodeDependencies.listed(base.text(path)));
                    directories.addAll(NodeDependencies.directories(path, base.text(path), imports.node()));
                });
        listed.addAll(RUNNERS);
        listed.retainAll(imports.node());
        this.node = listed;
    }

    private static String dependencies(String pyproject) {
        try {
            JsonNode root = TOML.readTree(pyproject);
            return DEPENDENCIES.stream()
                    .map(pointer -> root.at(pointer).toString())
                    .collect(Collectors.joining("\n"));
        } catch (JsonProcessingException unreadable) {
            return "";
        }
    }

    /** A library that a manifest takes from another source than before. */
    Optional<String> replaced(String path, String before, String after) {
        if (path.endsWith("package.json") && (path.indexOf('/') < 0 || path.endsWith("/package.json"))) {
            Map<String, String> old = NodeDependencies.replaced(before, node);
            return NodeDependencies.replaced(after, node).entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(old.get(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
        if (path.endsWith("Cargo.toml")) {
            Map<String, String> old = crates(before);
            Set<String> listed = new TreeSet<>(RUNNERS);
            listed.addAll(names(before));
            return crates(after).entrySet().stream()
                    .filter(entry -> imports.rust().contains(entry.getKey()) && listed.contains(entry.getKey()))
                    .filter(entry -> !entry.getValue().equals(old.get(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
        return PATHS.matcher(path).matches()
                ? node.stream()
                        .filter(name -> mapped(after, name) && !mapped(before, name))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean mapped(String text, String name) {
        return Pattern.compile("\"" + Pattern.quote(name) + "(?:/\\*)?\"\\s*:\\s*\\[")
                .matcher(text)
                .find();
    }

    /** All dependencies that a manifest of Cargo lists. */
    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        try {
            JsonNode root = TOML.readTree(text);
            for (String section : List.of("dependencies", "dev-dependencies", "build-dependencies")) {
                root.path(section).fieldNames().forEachRemaining(name -> names.add(name.replace('-', '_')));
                root.path("workspace")
                        .path(section)
                        .fieldNames()
                        .forEachRemaining(name -> names.add(name.replace('-', '_')));
            }
        } catch (JsonProcessingException unreadable) {
            names.clear();
        }
        return names;
    }

    /** Crates that a manifest takes from a path, from a repository, or under another name. */
    private static Map<String, String> crates(String text) {
        Map<String, String> crates = new TreeMap<>();
        try {
            collect(TOML.readTree(text), crates);
        } catch (JsonProcessingException unreadable) {
            // Cargo cannot read it either.
            crates.clear();
        }
        return crates;
    }

    private static void collect(JsonNode node, Map<String, String> crates) {
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.has("path") || value.has("git") || value.has("package")) {
                crates.put(entry.getKey().replace('-', '_'), value.toString());
            } else if (value.isObject()) {
                collect(value, crates);
            }
        });
    }

    /** The library to whose copy in the repository a path belongs. */
    Optional<String> vendored(String path) {
        for (String vendor : VENDORS) {
            int at = path.startsWith(vendor) ? 0 : path.indexOf("/" + vendor) + 1;
            if (at > 0 || path.startsWith(vendor)) {
                String below = path.substring(at + vendor.length());
                Set<String> names = new TreeSet<>(modules());
                names.addAll(imports.python());
                names.addAll(imports.node());
                return names.stream()
                        .filter(name -> below.startsWith(name + "/"))
                        .findFirst();
            }
        }
        return directories.stream()
                .filter(directory -> path.startsWith(directory + "/"))
                .findFirst();
    }

    /** The modules of Go's import paths, by their first three parts. */
    private Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        imports.go().forEach(name -> {
            String[] parts = name.split("/");
            modules.add(String.join("/", List.of(parts).subList(0, Math.min(3, parts.length))));
        });
        return modules;
    }

    /** A library whose entry in a lock file exists before and after, and differs. */
    Optional<String> locked(String path, String before, String after) {
        Map<String, Set<String>> now = LockEntries.of(path, after);
        Set<String> names = new HashSet<>(RUNNERS);
        names.addAll(
                path.endsWith("Cargo.lock")
                        ? imports.rust()
                        : NODE_LOCK.matcher(path).matches() ? imports.node() : imports.python());
        return LockEntries.of(path, before).entrySet().stream()
                .filter(entry -> names.contains(entry.getKey())
                        || (path.endsWith("go.sum") && modules().stream().anyMatch(entry.getKey()::startsWith)))
                .filter(entry ->
                        !now.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The library whose name a file takes. */
    Optional<String> taken(String path, String before, String after) {
        Optional<String> namespace = Namespaces.taken(path, after)
                .filter(name -> Namespaces.taken(path, before).isEmpty() && !ownNamespace(name));
        if (namespace.isPresent() || base.has(path)) {
            return namespace;
        }
        if (path.matches("(?:.*/)?META-INF/services/org\\.(?:junit|testng|spockframework)\\..*")) {
            return Optional.of("an extension of the test runner");
        }
        Optional<String> module = python(path).filter(name -> imports.python().contains(name) && declared(name));
        return module.isPresent()
                ? module
                : imports.files().stream()
                        .filter(name -> path.equals(name) || path.endsWith("/" + name))
                        .filter(name -> OF_LANGUAGE.matcher(name).matches())
                        .filter(name -> base.files().stream().noneMatch(file -> file.endsWith("/" + name)))
                        .findFirst();
    }

    private boolean ownNamespace(String name) {
        String directory = name.replaceAll("[.\\\\]|::", "/") + "/";
        return base.files().stream().anyMatch(path -> path.contains(directory));
    }

    private static Optional<String> python(String path) {
        if (!path.matches(".*\\.(?:py|pyc|so)")) {
            return Optional.empty();
        }
        String root = path.endsWith("/__init__.py") ? path.substring(0, path.length() - "/__init__.py".length()) : path;
        return Optional.of(root.substring(root.lastIndexOf('/') + 1).split("\\.", 2)[0]);
    }

    private boolean declared(String name) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
                .matcher(manifests)
                .find();
    }
}
