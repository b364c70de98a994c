package dev.pawl.cli.planfile;

import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.NamedAgent;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.taskfile.TaskKeys;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one plan. If a problem was reported, the value is a stand-in that is never used. */
final class PlanReader {
    private static final int MOST_PACKAGES = 2000;
    private static final int MOST_PARALLEL = 1000;
    /** Bytes of all prompts, which travel in one message of pawl.v1. */
    private static final long LARGEST_PROMPTS = 12L * 1024 * 1024;

    private final Path file;
    private final Section keys;
    private final TaskKeys values;
    private final AgentsFile agents;
    private final Path home;
    private final Problems problems;

    PlanReader(Path file, MappingNode node, AgentsFile agents, Path home, Problems problems) {
        this.file = file;
        this.agents = agents;
        this.home = home;
        this.problems = problems;
        this.keys = new Section(node, "", PlanKeys.PLAN, problems);
        this.values = new TaskKeys(file, keys, agents, home, problems);
    }

    /** Null if there is no repository, which was reported. */
    @Nullable
    PlanFile read() throws IOException {
        keys.text("$schema");
        if (!keys.has("repository")) {
            problems.at(keys.node(), "repository is missing", "the directory that the packages change");
        }
        Path directory = values.directory("repository");
        List<String> copy = values.copy("repository", directory);
        List<TaskFile.Setup> setup = values.setup();
        List<TaskFile.Check> checks = values.checks();
        values.checkTime(setup, checks);
        Section limits = keys.section("limits", PlanKeys.LIMITS);
        PackageDefaults defaults = defaults(limits, setup, checks);
        List<ReadPackage> packages = packages(defaults);
        RepositoryFiles repository = directory == null ? null : repository(directory);
        new GraphProblems(problems).report(packages, repository);
        String deliver = values.deliver("repository");
        String branch = values.branch(deliver);
        boolean squash = Boolean.TRUE.equals(keys.truth("squash"));
        List<String> labels = keys.texts("labels");
        String onFailure = keys.oneOf("on-failure", PlanKeys.ON_FAILURE);
        if (directory == null) {
            return null;
        }
        return new PlanFile(
                file,
                title(),
                directory,
                defaults.sandbox(),
                defaults.network(),
                copy,
                defaults.environment(),
                limits == null ? PlanFile.Limits.UNSET : limits(limits),
                setup,
                checks,
                onFailure,
                deliver,
                branch,
                squash,
                labels,
                packages.stream().map(ReadPackage::planned).toList());
    }

    private String title() {
        String title = values.title("");
        String name = String.valueOf(file.getFileName());
        return title.isEmpty() ? name.replaceFirst("\\.ya?ml$", "") : title;
    }

    private static PlanFile.Limits limits(Section limits) {
        return new PlanFile.Limits(
                limits.integer("parallel", 1, MOST_PARALLEL),
                limits.amount("cost"),
                limits.whole("tokens", 1, 1_000_000_000_000L),
                limits.duration("time"));
    }

    private PackageDefaults defaults(
            @Nullable Section limits, List<TaskFile.Setup> setup, List<TaskFile.Check> checks) {
        boolean named = keys.has("agent") || keys.has("agents") || keys.has("model") || keys.has("command");
        List<NamedAgent> lineup = named ? values.agents(true) : List.of();
        return new PackageDefaults(
                lineup,
                named ? values.continued(lineup) : keys.has("continue") && Boolean.TRUE.equals(keys.truth("continue")),
                values.sandbox(),
                values.network(),
                values.environment(),
                values.verify(),
                limits == null ? TaskFile.Limits.UNSET : PackageDefaults.limits(limits),
                setup,
                checks,
                values.personWait());
    }

    private List<ReadPackage> packages(PackageDefaults defaults) throws IOException {
        if (!keys.has("packages")) {
            problems.at(keys.node(), "packages is missing", "a list, each with id, prompt and owns");
        }
        List<Node> items = keys.items("packages");
        if (keys.has("packages") && items.isEmpty()) {
            keys.problem("packages", "a plan has at least one", "give each id, prompt and owns");
        }
        if (items.size() > MOST_PACKAGES) {
            keys.problem("packages", "%d are more than %d".formatted(items.size(), MOST_PACKAGES), "split the plan");
            return List.of();
        }
        List<ReadPackage> packages = new ArrayList<>();
        long prompts = 0;
        for (Node item : items) {
            if (item instanceof MappingNode mapping) {
                ReadPackage read = new PackageReader(file, mapping, defaults, agents, home, problems).read();
                packages.add(read);
                prompts += read.planned().task().prompt().getBytes(StandardCharsets.UTF_8).length;
            } else {
                problems.at(item, "a package is a group of keys", "give it id, prompt and owns");
            }
        }
        if (prompts > LARGEST_PROMPTS) {
            keys.problem("packages", "all prompts together are larger than 12 MB", "put data into the repository");
        }
        return packages;
    }

    private @Nullable RepositoryFiles repository(Path directory) throws IOException {
        RepositoryFiles repository = RepositoryFiles.read(directory);
        if (repository == null) {
            keys.problem("repository", directory + " has no commit", "commit what the packages start from");
        }
        return repository;
    }
}
