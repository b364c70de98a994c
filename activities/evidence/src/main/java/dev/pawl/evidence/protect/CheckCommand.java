package dev.pawl.evidence.protect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check's command line tells before it runs: which tools it names, which files, and whether its output can be
 * expected to end in a runner's summary. A reading of shell text for the common cases, never an interpreter of it.
 */
public final class CheckCommand {
    /** Runners that always print a summary, so that one is missing where the run was cut short. */
    private static final Pattern SUMMARISED = Pattern.compile(
            "\\bpy\\.?test\\b|-m\\s+unittest\\b|\\bgo\\s+test\\b|\\bcargo\\s+(?:test|t)\\b|\\bjest\\b|\\bvitest\\b|\\bmocha\\b|\\bnode\\s+(?:\\S+\\s+)*--test\\b");

    private static final Pattern NEVER_EMPTY = Pattern.compile("\\bpy\\.?test\\b|-m\\s+unittest\\b");
    private static final Pattern TOOL = Pattern.compile(
            "(?<![\\w./-])(?:python[\\d.]*|py\\.?test|g?make|npm|npx|yarn|pnpm|node|bun|jest|vitest|mocha|go|cargo|mvn|\\./mvnw|gradle|\\./gradlew)(?![\\w-])");
    private static final Pattern NO_RUN = Pattern.compile("--(?:no-run|collect-only|co|version|help|listTests)\\b|>");
    private static final Pattern MODULE = Pattern.compile("-m\\s*([A-Za-z_][\\w.]*)");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s;&|()<>\"'`=]+");

    private final String run;

    public CheckCommand(String run) {
        this.run = run;
    }

    /** Whether a run without a runner's summary was cut short. */
    public boolean expectsSummary() {
        return SUMMARISED.matcher(run).find() && !NO_RUN.matcher(run).find();
    }

    /** Whether a run without a single test shows nothing, as these runners themselves say in newer versions. */
    public boolean expectsTests() {
        return NEVER_EMPTY.matcher(run).find() && !NO_RUN.matcher(run).find();
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

    /** A program or script of which nothing is known; it may start anything. */
    boolean opaque() {
        return !TOOL.matcher(run).find();
    }

    /** Workspace paths the command line may mean: its words, and the files of modules started with {@code -m}. */
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

    /** Where the runner of a build tool leaves its reports by itself, as globs; empty for other commands. */
    public List<String> reports() {
        List<String> globs = new ArrayList<>();
        if (names("mvnw?|mvnd")) {
            globs.add("**/target/surefire-reports/TEST-*.xml");
            globs.add("**/target/failsafe-reports/TEST-*.xml");
        }
        if (names("gradlew?")) {
            globs.add("**/build/test-results/**/TEST-*.xml");
        }
        return globs;
    }
}
