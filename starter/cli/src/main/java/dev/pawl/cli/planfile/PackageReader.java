package dev.pawl.cli.planfile;

import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.NamedAgent;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.taskfile.TaskKeys;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads one package. If a problem was reported, the value is a stand-in that is never used. */
final class PackageReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_GLOB = 500;
    private static final int MOST_GLOBS = 1000;
    private static final int LONGEST_REFERENCE = 200;

    private final Path file;
    private final Section keys;
    private final TaskKeys values;
    private final PackageDefaults defaults;
    private final Problems problems;

    PackageReader(
            Path file, MappingNode node, PackageDefaults defaults, AgentsFile agents, Path home, Problems problems) {
        this.file = file;
        this.defaults = defaults;
        this.problems = problems;
        this.keys = new Section(node, "packages.", PlanKeys.PACKAGE, problems);
        this.values = new TaskKeys(file, keys, agents, home, problems);
    }

    ReadPackage read() throws IOException {
        String id = id();
        String prompt = new PromptReader(file, keys, problems).read();
        List<NamedAgent> lineup = lineup();
        boolean continued = keys.has("continue") ? values.continued(lineup) : defaults.continued();
        List<TaskFile.Setup> setup = keys.has("setup") ? values.setup() : defaults.setup();
        List<TaskFile.Check> checks = keys.has("checks") ? values.checks() : defaults.checks();
        if (keys.has("setup") || keys.has("checks")) {
            values.checkTime(setup, checks);
        }
        if (!"none".equals(defaults.sandbox())) {
            values.checkHidden(lineup, setup, checks);
        }
        TaskFile task = TaskFile.of(file, keys.has("title") ? values.title(prompt) : id, prompt, lineup)
                .continued(continued)
                .sandbox(defaults.sandbox())
                .network(defaults.network())
                .limits(defaults.over(values.limits()))
                .files(values.inside("files"))
                .owns(globs("owns"))
                .setup(setup)
                .protect(values.inside("protect"))
                .checks(checks)
                .verify(keys.has("verify") ? values.verify() : defaults.verify())
                .judge(values.judge(lineup.getFirst().kind()))
                .breakpoints(values.breakpoints(checks, "none"))
                .labels(keys.texts("labels"))
                .removes(values.inside("removes"))
                .tests(values.tests())
                .environment(keys.has("environment") ? values.environment() : defaults.environment())
                .personWait(keys.has("wait") ? values.personWait() : defaults.personWait())
                .build();
        PlannedPackage planned = new PlannedPackage(
                id,
                task,
                keys.texts("needs"),
                globs("may-touch"),
                keys.integer("priority", 0, 9),
                keys.duration("estimate"),
                keys.integer("attempts", 1, 10),
                issues());
        return new ReadPackage(planned, keys);
    }

    private String id() {
        if (!keys.has("id")) {
            problems.at(keys.node(), "packages.id is missing", "a short name for needs, reports and commits");
        }
        String id = keys.text("id");
        if (id != null && !ID.matcher(id).matches()) {
            keys.problem(
                    "id",
                    "not an id",
                    "1 to 64 letters of ASCII, digits, '.', '_' and '-', of which the first is a letter or a digit");
            return "";
        }
        return id == null ? "" : id;
    }

    private List<NamedAgent> lineup() {
        boolean own = keys.has("agent") || keys.has("agents") || keys.has("model") || keys.has("command");
        if (own || defaults.agents().isEmpty()) {
            return values.agents(true);
        }
        return defaults.agents();
    }

    private List<String> globs(String key) {
        List<String> globs = values.inside(key);
        if (globs.size() > MOST_GLOBS) {
            keys.problem(key, "more than " + MOST_GLOBS + " patterns", "name directories");
        }
        globs.stream()
                .filter(glob -> glob.length() > LONGEST_GLOB)
                .findFirst()
                .ifPresent(glob -> keys.problem(key, "a pattern is longer than " + LONGEST_GLOB + " characters", null));
        return globs.stream()
                .filter(glob -> glob.length() <= LONGEST_GLOB)
                .limit(MOST_GLOBS)
                .toList();
    }

    private List<String> issues() {
        List<String> issues = keys.texts("issues");
        if (issues.stream().anyMatch(issue -> issue.length() > LONGEST_REFERENCE)) {
            keys.problem("issues", "a reference is longer than " + LONGEST_REFERENCE + " characters", null);
        }
        return issues;
    }
}
