package dev.pawl.evidence.obstacle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pawl.evidence.tree.FileTree;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages that the base declares to need, and how they are installed. */
final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TomlMapper TOML = new TomlMapper();
    private static final int MOST = 200;

    private static final Pattern REQUIREMENTS =
            Pattern.compile("(?:.*/)?(?:requirements[^/]*\\.txt|[^/]*requirements\\.txt|requirements/[^/]+\\.txt)");
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final List<String> LISTS = List.of(
            "/project/dependencies",
            "/project/optional-dependencies",
            "/dependency-groups",
            "/tool/pdm/dev-dependencies",
            "/tool/uv/dev-dependencies");
    private static final List<String> TABLES =
            List.of("/tool/poetry/dependencies", "/tool/poetry/dev-dependencies", "/tool/poetry/group");
    private static final List<String> SECTIONS = List.of("dependencies", "devDependencies", "optionalDependencies");
    private static final Pattern PUBLISHED = Pattern.compile("[\\^~<>=v\\s]*[\\dxX*].*|latest|next|catalog:.*|npm:.*");

    /** Modules of Python whose package has another name. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("yaml", "pyyaml"),
            Map.entry("pil", "pillow"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("attr", "attrs"),
            Map.entry("jose", "python-jose"),
            Map.entry("jwt", "pyjwt"),
            Map.entry("psycopg2", "psycopg2-binary"),
            Map.entry("mysqldb", "mysqlclient"),
            Map.entry("google", "protobuf"),
            Map.entry("grpc", "grpcio"),
            Map.entry("rest-framework", "djangorestframework"),
            Map.entry("crypto", "pycryptodome"),
            Map.entry("serial", "pyserial"));

    /** Programs of Node whose package has another name. */
    private static final Map<String, String> PROGRAMS = Map.of(
            "tsc", "typescript",
            "ng", "@angular/cli",
            "nest", "@nestjs/cli",
            "playwright", "@playwright/test",
            "wtr", "@web/test-runner",
            "vue-cli-service", "@vue/cli-service",
            "babel", "@babel/cli",
            "biome", "@biomejs/biome");

    private final FileTree base;

    Manifests(FileTree base) {
        this.base = base;
    }

    /** The manifest that declares a package of Node. */
    Optional<String> node(String name) {
        return declaring(name);
    }

    /** The manifest that declares the package of a program of Node. */
    Optional<String> nodeProgram(String program) {
        return declaring(PROGRAMS.getOrDefault(program, program));
    }

    private Optional<String> declaring(String name) {
        return named("package.json")
                .filter(path -> !path.contains("node_modules/"))
                .filter(path -> published(base.text(path)).contains(name))
                .findFirst();
    }

    /** Packages of this repository are left out: they may be what the work is about. */
    private static Set<String> published(String text) {
        Set<String> names = new HashSet<>();
        try {
            JsonNode root = JSON.readTree(text);
            for (String section : SECTIONS) {
                root.path(section).properties().forEach(entry -> {
                    if (PUBLISHED.matcher(entry.getValue().asText()).matches()) {
                        names.add(entry.getKey());
                    }
                });
            }
        } catch (JsonProcessingException unreadable) {
            names.clear();
        }
        return names;
    }

    /** The command that installs the packages of Node. */
    String nodeInstall(String manifest) {
        String directory = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        for (String place : directory.isEmpty() ? List.of("") : List.of(directory, "")) {
            if (base.has(place + "pnpm-lock.yaml")) {
                return "pnpm install --frozen-lockfile";
            }
            if (base.has(place + "yarn.lock")) {
                return "yarn install --frozen-lockfile";
            }
            if (base.has(place + "package-lock.json")) {
                return "npm ci";
            }
        }
        return "npm install";
    }

    /** The manifest that declares the package of a module of Python. */
    Optional<String> python(String module) {
        String name = normal(module);
        // Most have the name of their module.
        List<String> names = List.of(name, PACKAGES.getOrDefault(name, name), "python-" + name, name + "-binary");
        return Stream.of(
                        base.files().stream()
                                .filter(path -> REQUIREMENTS.matcher(path).matches()),
                        named("pyproject.toml"),
                        named("Pipfile"))
                .flatMap(paths -> paths.limit(MOST))
                .filter(path -> pythonNames(path).stream().anyMatch(names::contains))
                .findFirst();
    }

    private Set<String> pythonNames(String path) {
        Set<String> names = new HashSet<>();
        String text = base.text(path);
        if (path.endsWith(".txt")) {
            requirements(text, names);
            return names;
        }
        try {
            JsonNode root = TOML.readTree(text);
            if (path.endsWith("Pipfile")) {
                Stream.of("packages", "dev-packages")
                        .forEach(section ->
                                root.path(section).fieldNames().forEachRemaining(name -> names.add(normal(name))));
                return names;
            }
            LISTS.forEach(pointer -> texts(root.at(pointer), names));
            TABLES.forEach(pointer -> tables(root.at(pointer), names));
        } catch (JsonProcessingException unreadable) {
            names.clear();
        }
        return names;
    }

    private static void requirements(String text, Set<String> names) {
        Matcher matcher = REQUIREMENT.matcher(text);
        while (matcher.find()) {
            names.add(normal(matcher.group(1)));
        }
    }

    private static void texts(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            requirements(node.asText(), names);
        } else {
            node.forEach(each -> texts(each, names));
        }
    }

    private static void tables(JsonNode node, Set<String> names) {
        node.properties().forEach(entry -> {
            names.add(normal(entry.getKey()));
            if (entry.getValue().has("dependencies")) {
                tables(entry.getValue().get("dependencies"), names);
            }
        });
    }

    /** Commands that install the packages of Python into the workspace. */
    static String pythonInstall(String manifest) {
        String packages = manifest.endsWith(".txt") ? "-r " + manifest : "-e .";
        return "python3 -m venv .venv && .venv/bin/pip install -q " + packages;
    }

    private Stream<String> named(String name) {
        return base.files().stream().filter(path -> path.equals(name) || path.endsWith("/" + name));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }
}
