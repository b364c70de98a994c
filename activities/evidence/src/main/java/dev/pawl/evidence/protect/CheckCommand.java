package dev.pawl.evidence.protect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tools and files that a check's command line names, read from its text. Covers the common cases of shell syntax
 * and interprets nothing.
 */
public final class CheckCommand {
    private static final Pattern TOOL = Pattern.compile(
            "(?<![\\w./-])(?:python[\\d.]*|py\\.?test|g?make|npm|npx|yarn|pnpm|node|bun|jest|vitest|mocha|go|cargo|mvn|\\./mvnw|gradle|\\./gradlew)(?![\\w-])");
    private static final Pattern MODULE = Pattern.compile("-m\\s*([A-Za-z_][\\w.]*)");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s;&|()<>\"'`=]+");

    private final String run;

    public CheckCommand(String run) {
        this.run = run;
    }

    boolean names(String tool) {
        return Pattern.compile("(?<![\\w-])(?:" + tool + ")(?![\\w-])")
                .matcher(run)
                .find();
    }

    boolean fits(Pattern pattern) {
        return pattern.matcher(run).find();
    }

    boolean says(String word) {
        return run.contains(word);
    }

    boolean usesMake() {
        return names("g?make") || opaque();
    }

    boolean usesNode() {
        return names("npm|npx|yarn|pnpm|node|bun|jest|vitest|mocha") || opaque();
    }

    boolean usesPython() {
        return names("python[\\d.]*|py\\.?test|tox|nox|hatch|poetry|uv|pdm") || opaque();
    }

    boolean uses(String tool) {
        return names(tool) || opaque();
    }

    /** Whether nothing is known about the program or script, so that it may start anything. */
    boolean opaque() {
        return !TOOL.matcher(run).find();
    }

    /** Workspace paths that the command line may name: its words, and the files of modules started with {@code -m}. */
    Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        for (String word : SEPARATORS.splitAsStream(run).toList()) {
            String path = word.startsWith("./") ? word.substring(2) : word;
            int node = path.indexOf("::");
            path = node > 0 ? path.substring(0, node) : path;
            if (!path.isEmpty() && !path.startsWith("-") && !path.startsWith("/")) {
                paths.add(path);
            }
        }
        Matcher module = MODULE.matcher(run);
        while (module.find()) {
            String path = module.group(1).replace('.', '/');
            paths.addAll(List.of(path + ".py", path + "/__main__.py", path + "/__init__.py"));
        }
        return paths;
    }
}
