package dev.pawl.cli.taskfile;

import dev.pawl.api.client.BranchNames;
import dev.pawl.api.client.CommandTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the keys of one file. If a problem was reported, the value is a stand-in that is never used. */
final class TaskReader {
    private static final int LONGEST_TITLE = 200;
    private static final long MAX_TOKENS = 1_000_000_000_000L;

    private final Path file;
    private final FrontMatter parts;
    private final AgentsFile agents;
    private final CommandReader commands;
    private final HiddenNames hidden;
    private final Problems problems;
    private final Section keys;

    TaskReader(Path file, FrontMatter parts, AgentsFile agents, Path home, Problems problems) {
        this.file = file;
        this.parts = parts;
        this.agents = agents;
        this.commands = new CommandReader(file, home);
        this.hidden = new HiddenNames(home);
        this.problems = problems;
        MappingNode node = parts.keys() == null ? new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK) : parts.keys();
        this.keys = new Section(node, "", Keys.TASK, problems);
    }

    TaskFile read() {
        List<NamedAgent> lineup = new LineupReader(keys, agents, commands, problems).read(parts.keys() != null);
        Places places = new Places(file);
        Path workspace = places.workspace(keys);
        String mode = orElse(keys.oneOf("mode", Keys.MODES), "isolated");
        if ("in-place".equals(mode) && !keys.has("workspace")) {
            keys.problem("mode", "in-place works in an existing directory", "name it with 'workspace'");
        }
        String sandbox = orElse(keys.oneOf("sandbox", Keys.SANDBOXES), "none");
        if ("none".equals(sandbox) && keys.has("network")) {
            keys.problem("network", "only a sandbox can restrict the network", "add sandbox: bubblewrap");
        }
        List<TaskFile.Setup> setup = setup();
        List<TaskFile.Check> checks = checks();
        checkTime(setup, checks);
        if ("bubblewrap".equals(sandbox)) {
            checkHidden(lineup, setup, checks);
        }
        String deliver = orElse(keys.oneOf("deliver", Keys.DELIVER), "none");
        if (!"none".equals(deliver) && !keys.has("workspace")) {
            keys.problem("deliver", "without a workspace there is nowhere to deliver to", "name it with 'workspace'");
        }
        return new TaskFile(
                file,
                title(),
                parts.prompt(),
                lineup,
                continued(lineup),
                workspace,
                mode,
                Boolean.TRUE.equals(keys.truth("include-uncommitted")),
                sandbox,
                orElse(keys.oneOf("network", Keys.NETWORKS), "all"),
                limits(),
                places.inside(keys, "files"),
                places.inside(keys, "owns"),
                setup,
                places.inside(keys, "protect"),
                checks,
                orElse(keys.oneOf("verify", Keys.VERIFY), "clean-checkout"),
                deliver,
                branch(deliver),
                judge(lineup.getFirst().kind()),
                keys.allOf("breakpoints", Keys.BREAKPOINTS),
                keys.texts("labels"),
                places.inside(keys, "removes"),
                tests(places));
    }

    private TaskFile.Tests tests(Places places) {
        Section tests = keys.section("tests", Keys.TESTS);
        return tests == null
                ? TaskFile.Tests.UNCHANGED
                : new TaskFile.Tests(places.inside(tests, "may-change"), places.inside(tests, "may-remove"));
    }

    private @Nullable String branch(String deliver) {
        String branch = keys.text("branch");
        if (branch == null) {
            return null;
        }
        if (!"branch".equals(deliver)) {
            keys.problem("branch", "only deliver: branch creates a branch", "add deliver: branch");
        } else if (!BranchNames.valid(branch)) {
            keys.problem("branch", "'" + branch + "' is not a valid branch name", "see git help check-ref-format");
        }
        return branch;
    }

    private boolean continued(List<NamedAgent> lineup) {
        boolean continued = Boolean.TRUE.equals(keys.truth("continue"));
        if (continued && lineup.stream().allMatch(agent -> agent.kind().equals("command"))) {
            keys.problem("continue", "agent 'command' has no session to continue", "remove it");
        }
        return continued;
    }

    private String title() {
        String given = keys.text("title");
        if (given != null && given.length() > LONGEST_TITLE) {
            keys.problem("title", "longer than " + LONGEST_TITLE + " characters", null);
        }
        return given == null ? firstLine() : given.strip();
    }

    private String firstLine() {
        String line = parts.prompt().lines().findFirst().orElse("").replaceFirst("^#+\\s*", "");
        return line.length() <= 80 ? line : line.substring(0, 79).strip() + "…";
    }

    private TaskFile.Limits limits() {
        Section limits = keys.section("limits", Keys.LIMITS);
        return limits == null
                ? TaskFile.Limits.UNSET
                : new TaskFile.Limits(
                        limits.integer("iterations", 1, 1000),
                        limits.integer("turns", 1, 100_000),
                        limits.duration("time"),
                        limits.duration("idle"),
                        limits.amount("cost"),
                        limits.duration("wait"),
                        limits.whole("tokens", 1, MAX_TOKENS),
                        limits.oneOf("on-breach", Keys.ON_BREACH));
    }

    private List<TaskFile.Setup> setup() {
        return keys.items("setup").stream().map(new SetupReader(problems)::read).toList();
    }

    private void checkTime(List<TaskFile.Setup> setup, List<TaskFile.Check> checks) {
        Duration sum = checks.isEmpty() ? CommandTime.DETECTED : Duration.ZERO;
        for (TaskFile.Setup command : setup) {
            sum = sum.plus(CommandTime.of(orElse(command.timeout(), CommandTime.DEFAULT), 1));
        }
        for (TaskFile.Check check : checks) {
            sum = sum.plus(CommandTime.of(orElse(check.timeout(), CommandTime.CHECK), 1 + check.retries()));
        }
        String key = keys.has("checks") ? "checks" : "setup";
        CommandTime.refusal(sum).ifPresent(reason -> keys.problem(key, reason, null));
    }

    /** Refuses names that a sandbox hides. */
    private void checkHidden(List<NamedAgent> lineup, List<TaskFile.Setup> setup, List<TaskFile.Check> checks) {
        for (NamedAgent agent : lineup) {
            Node place = keys.place(keys.has("command") ? "command" : keys.has("agents") ? "agents" : "agent");
            agent.command().forEach(item -> refuse(place, "command", hidden.inArgument(item)));
        }
        for (int i = 0; i < setup.size(); i++) {
            refuse(
                    keys.items("setup").get(i),
                    "setup",
                    hidden.inLine(setup.get(i).run()));
        }
        for (int i = 0; i < checks.size(); i++) {
            refuse(
                    keys.items("checks").get(i),
                    "checks",
                    hidden.inLine(checks.get(i).run()));
        }
    }

    private void refuse(Node place, String key, List<HiddenNames.Refusal> refusals) {
        refusals.forEach(refusal -> problems.at(place, key + ": " + refusal.reason(), refusal.fix()));
    }

    private List<TaskFile.Check> checks() {
        CheckReader reader = new CheckReader(problems);
        List<TaskFile.Check> checks =
                keys.items("checks").stream().map(reader::read).toList();
        Map<String, Node> names = new HashMap<>();
        for (int i = 0; i < checks.size(); i++) {
            Node node = keys.items("checks").get(i);
            String name = checks.get(i).name();
            if (!name.isEmpty() && names.putIfAbsent(name, node) != null) {
                problems.at(node, "two checks are named '" + name + "'", "give one of them another 'name'");
            }
        }
        return checks;
    }

    private TaskFile.@Nullable Judge judge(String taskAgent) {
        if (keys.has("judge")
                && keys.place("judge") instanceof ScalarNode word
                && word.getValue().equals(JudgeReader.HONEST)) {
            return JudgeReader.honest(keys, taskAgent);
        }
        Section judge = keys.section("judge", Keys.JUDGE);
        return judge == null ? null : new JudgeReader(judge, problems).read(taskAgent, command(judge));
    }

    /** For a judge that is an agent. */
    private Function<String, List<String>> command(Section judge) {
        return agent -> commands.read(judge, agent, "agent");
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
