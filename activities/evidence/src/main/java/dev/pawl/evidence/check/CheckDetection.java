package dev.pawl.evidence.check;

import dev.pawl.evidence.protect.PackageJson;
import dev.pawl.evidence.protect.RunnerFiles;
import dev.pawl.evidence.protect.TomlParts;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.StepTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes checks for a task without any, from the files of its base. */
public final class CheckDetection {
    private static final Pattern USES_PYTEST = Pattern.compile("(?m)^\\s*(?:import|from)\\s+pytest\\b");
    private static final Pattern BARE_TEST = Pattern.compile("(?m)^(?:async\\s+)?def\\s+test_");
    private static final Pattern MAKE_TARGET = Pattern.compile("(?m)^(test|check)\\s*:(?!=)");

    private final FileTree base;

    private CheckDetection(FileTree base) {
        this.base = base;
    }

    /** @return one check for each kind of project in the top directory, in a fixed order; may be empty */
    public static List<CheckSpec> of(FileTree base) {
        CheckDetection detection = new CheckDetection(base);
        List<CheckSpec> checks = new ArrayList<>();
        add(checks, "maven", detection.maven());
        add(checks, "gradle", detection.gradle());
        add(checks, "npm", detection.npm());
        add(checks, "python", detection.python());
        add(checks, "go", base.has("go.mod") ? "go test ./..." : null);
        add(checks, "cargo", base.has("Cargo.toml") ? "cargo test" : null);
        if (checks.isEmpty()) {
            add(checks, "make", detection.make());
        }
        return List.copyOf(checks);
    }

    private static void add(List<CheckSpec> checks, String name, @Nullable String run) {
        if (run != null) {
            checks.add(new CheckSpec(name, run, StepTime.COMMAND, Must.PASS, 0, null));
        }
    }

    private @Nullable String maven() {
        return base.has("pom.xml") ? (base.has("mvnw") ? "./mvnw" : "mvn") + " -B test" : null;
    }

    private @Nullable String gradle() {
        boolean gradle = base.has("build.gradle") || base.has("build.gradle.kts") || base.has("settings.gradle.kts");
        return gradle ? (base.has("gradlew") ? "./gradlew" : "gradle") + " --console=plain test" : null;
    }

    private @Nullable String npm() {
        if (!base.has("package.json")
                || PackageJson.testScript(base.text("package.json")).isEmpty()) {
            return null;
        }
        if (base.has("pnpm-lock.yaml")) {
            return "pnpm test";
        }
        return base.has("yarn.lock") ? "yarn test" : "npm test";
    }

    private @Nullable String python() {
        List<String> tests = base.files().stream()
                .filter(path -> path.endsWith(".py") && RunnerFiles.test(path))
                .sorted()
                .toList();
        if (pytestConfigured() || tests.stream().anyMatch(this::needsPytest)) {
            return "python3 -m pytest -q";
        }
        List<String> found = tests.stream()
                .filter(path -> path.matches("(?:.*/)?test[^/]*\\.py"))
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        boolean apart = found.stream().allMatch(path -> path.startsWith("tests/")) && !base.has("tests/__init__.py");
        return apart ? "python3 -m unittest discover -s tests" : "python3 -m unittest";
    }

    private boolean pytestConfigured() {
        return base.has("pytest.ini")
                || base.has("conftest.py")
                || base.has("tests/conftest.py")
                || TomlParts.has(base.text("pyproject.toml"), "/tool/pytest")
                || base.text("setup.cfg").contains("[tool:pytest]")
                || base.text("tox.ini").contains("[pytest]");
    }

    private boolean needsPytest(String path) {
        String text = base.text(path);
        return USES_PYTEST.matcher(text).find() || BARE_TEST.matcher(text).find();
    }

    private @Nullable String make() {
        for (String file : List.of("GNUmakefile", "makefile", "Makefile")) {
            var target = MAKE_TARGET.matcher(base.text(file));
            if (target.find()) {
                return "make " + target.group(1);
            }
        }
        return null;
    }
}
