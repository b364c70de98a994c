package dev.pawl.cli.taskfile;

import dev.pawl.api.client.BranchNames;
import dev.pawl.api.client.CheckVariables;
import dev.pawl.api.client.CommandTime;
import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys that task files, plans and their packages share. If a problem was reported, the value is a stand-in that is
 * never used.
 */
public final class TaskKeys {
    private static final int LONGEST_TITLE = 200;
    private static final Pattern HEADING = Pattern.compile("^#+(?:\\s+|$)");
    private static final Pattern COMMENT = Pattern.compile("(?s)\\A(?:\\s*<!--.*?-->){1,20}");
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?%1$s(\\.%1$s)*(:[1-9]\\d{0,4})?".formatted("\\w(?:[\\w-]*\\w)?"));
    private static final long MAX_TOKENS = 1_000_000_000_000L;

    private final Section keys;
    private final Places places;
    private final AgentsFile agents;
    private final CommandReader commands;
    private final HiddenNames hidden;
    private final Problems problems;

    /**
     * @param file absolute
     * @param agents that may be named in addition to the built-in ones
     * @param home of the user, which replaces {@code ~}
     */
    public TaskKeys(Path file, Section keys, AgentsFile agents, Path home, Problems problems) {
        this.keys = keys;
        this.places = new Places(file);
        this.agents = agents;
        this.commands = new CommandReader(file, home);
        this.hidden = new HiddenNames(home);
        this.problems = problems;
    }

    /** @param any whether the section has keys at all; if not, that was reported already */
    public List<NamedAgent> agents(boolean any) {
        return agents(any ? "one of " + String.join(", ", agents.names()) : null);
    }

    /** @param lacking what to do if no agent is named; null if that is no problem here */
    List<NamedAgent> agents(@Nullable String lacking) {
        return new LineupReader(keys, agents, commands, problems).read(lacking);
    }

    public boolean continued(List<NamedAgent> lineup) {
        boolean continued = Boolean.TRUE.equals(keys.truth("continue"));
        if (continued && lineup.stream().allMatch(agent -> agent.kind().equals("command"))) {
            keys.problem("continue", "agent 'command' has no session to continue", "remove it");
        }
        return continued;
    }

    /** @param prompt its first line is the title of a task that has none */
    public String title(String prompt) {
        String given = keys.text("title");
        if (given != null && given.length() > LONGEST_TITLE) {
            keys.problem("title", "longer than " + LONGEST_TITLE + " characters", null);
        }
        return given == null ? firstLine(prompt) : given.strip();
    }

    private static String firstLine(String prompt) {
        String line = COMMENT.matcher(prompt)
                .replaceAll("")
                .lines()
                .map(text -> HEADING.matcher(text.strip()).replaceFirst(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(prompt.isBlank() ? "" : "Task");
        return line.length() <= 80 ? line : line.substring(0, 79).strip() + "…";
    }

    /** An existing directory; null if the key is absent, or if the directory was reported. */
    public @Nullable Path directory(String key) {
        return places.directory(keys, key);
    }

    /** Paths and globs of the workspace. */
    public List<String> inside(String key) {
        return places.inside(keys, key);
    }

    public String sandbox() {
        String sandbox = keys.oneOf("sandbox", Keys.SANDBOXES);
        if (!"bubblewrap".equals(sandbox) && keys.has("network")) {
            keys.problem("network", "only a sandbox can restrict the network", "add sandbox: bubblewrap");
        }
        return orElse(sandbox, "none");
    }

    public String network() {
        return orElse(keys.oneOf("network", Keys.NETWORKS), "all");
    }

    /** Servers; only with a sandbox and a network to restrict. */
    public List<String> allowHosts(String sandbox, String network) {
        List<String> hosts = keys.texts("allow-hosts");
        if (!keys.has("allow-hosts")) {
            return hosts;
        }
        if (!sandbox.equals("bubblewrap")) {
            keys.problem("allow-hosts", "only a sandbox can restrict the network", "add sandbox: bubblewrap");
        } else if (network.equals("none") || network.equals("host")) {
            keys.problem(
                    "allow-hosts",
                    "network: " + network + " cannot be restricted to hosts",
                    "use network: agent or all");
        }
        if (hosts.isEmpty()) {
            keys.problem("allow-hosts", "names no host", "name some, or use network: none");
        }
        hosts.stream()
                .filter(host -> !HOST.matcher(host).matches())
                .forEach(host -> keys.problem(
                        "allow-hosts",
                        "'" + host + "' is not a host",
                        "write a name such as api.example.org, *.example.org or 127.0.0.1:8080, without https://"));
        return hosts;
    }

    public String verify() {
        return orElse(keys.oneOf("verify", Keys.VERIFY), "clean-checkout");
    }

    /**
     * @param checks of the task
     * @param deliver {@code none}, {@code apply} or {@code branch}
     */
    public List<Breakpoint> breakpoints(List<TaskFile.Check> checks, String deliver) {
        List<String> names = checks.stream().map(TaskFile.Check::name).toList();
        BreakpointReader reader = new BreakpointReader(places, names, !deliver.equals("none"), problems);
        List<Breakpoint> breakpoints = new ArrayList<>();
        for (Node item : keys.items("breakpoints")) {
            Breakpoint breakpoint = reader.read(item).orElse(null);
            if (breakpoint != null && breakpoints.contains(breakpoint)) {
                problems.at(item, "breakpoints: given twice", "keep one of them");
            } else if (breakpoint != null) {
                breakpoints.add(breakpoint);
            }
        }
        return breakpoints;
    }

    /** How questions wait; null if the key is absent. */
    public @Nullable WaitSpec personWait() {
        Section wait = keys.section("wait", Keys.WAIT);
        return wait == null ? null : new WaitReader(problems).read(wait);
    }

    /** @param target key of the directory to deliver to */
    public String deliver(String target) {
        String deliver = orElse(keys.oneOf("deliver", Keys.DELIVER), "none");
        if (!"none".equals(deliver) && !keys.has(target)) {
            keys.problem(
                    "deliver",
                    "without a " + target + " there is nowhere to deliver to",
                    "name it with '" + target + "'");
        }
        return deliver;
    }

    public @Nullable String branch(String deliver) {
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

    public TaskFile.Tests tests() {
        Section tests = keys.section("tests", Keys.TESTS);
        return tests == null
                ? TaskFile.Tests.UNCHANGED
                : new TaskFile.Tests(places.inside(tests, "may-change"), places.inside(tests, "may-remove"));
    }

    /**
     * Patterns of untracked files to copy.
     *
     * @param target key of the directory to copy from
     */
    public List<String> copy(String target, @Nullable Path directory) {
        return new CopyReader(keys, target, directory).read();
    }

    /** Names of variables for setup and checks. */
    public List<String> environment() {
        List<String> names = keys.texts("environment");
        names.forEach(name -> CheckVariables.against(name)
                .ifPresent(reason -> keys.problem("environment", reason, "name variables of your environment")));
        return names;
    }

    /** The limits of a task. */
    public TaskFile.Limits limits() {
        Section limits = keys.section("limits", Keys.LIMITS);
        return limits == null ? TaskFile.Limits.UNSET : limits(limits);
    }

    /** @param limits has at least some of {@link Keys#LIMITS} */
    public static TaskFile.Limits limits(Section limits) {
        return new TaskFile.Limits(
                limits.integer("iterations", 1, 1000),
                limits.integer("turns", 1, 100_000),
                limits.duration("time"),
                limits.duration("idle"),
                limits.amount("cost"),
                limits.whole("tokens", 1, MAX_TOKENS),
                limits.oneOf("on-breach", Keys.ON_BREACH));
    }

    public List<TaskFile.Setup> setup() {
        return keys.items("setup").stream().map(new SetupReader(problems)::read).toList();
    }

    public List<TaskFile.Check> checks() {
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

    /** Reports commands that may take longer than allowed. */
    public void checkTime(List<TaskFile.Setup> setup, List<TaskFile.Check> checks) {
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

    /** Reports names that a sandbox hides. */
    public void checkHidden(List<NamedAgent> lineup, List<TaskFile.Setup> setup, List<TaskFile.Check> checks) {
        for (NamedAgent agent : lineup) {
            Node place = keys.place(keys.has("command") ? "command" : keys.has("agents") ? "agents" : "agent");
            agent.command().forEach(item -> refuse(place, "command", hidden.inArgument(item)));
        }
        setup.forEach(command -> refuse(place("setup", setup.indexOf(command)), "setup", hidden.inLine(command.run())));
        checks.forEach(check -> refuse(place("checks", checks.indexOf(check)), "checks", hidden.inLine(check.run())));
    }

    private Node place(String key, int item) {
        List<Node> items = keys.items(key);
        return item < items.size() ? items.get(item) : keys.place(key);
    }

    private void refuse(Node place, String key, List<HiddenNames.Refusal> refusals) {
        refusals.forEach(refusal -> problems.at(place, key + ": " + refusal.reason(), refusal.fix()));
    }

    /** @param taskAgent kind of the agent that judges if none is named */
    public TaskFile.@Nullable Judge judge(String taskAgent) {
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
