package dev.pawl.cli.init;

import dev.pawl.cli.preflight.UsableAgents;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/**
 * The files that {@code pawl init} writes for a repository.
 *
 * @param found kinds of projects, for people
 * @param defaults text of {@code .pawl/defaults.yaml}
 * @param example text of a task file
 * @param notes what to know, one line each
 */
public record Proposal(List<String> found, String defaults, String example, List<String> notes) {
    private static final DumpSettings SCALAR =
            DumpSettings.builder().setWidth(1_000).build();

    public Proposal {
        found = List.copyOf(found);
        notes = List.copyOf(notes);
    }

    /** @param root of the repository, absolute */
    public static Proposal of(Path root, UsableAgents agents) {
        Facts facts = Facts.of(new Tree(root, ""));
        return new Proposal(
                facts.projects().stream().map(Project::kind).toList(),
                defaults(facts, agents),
                example(facts),
                facts.notes());
    }

    private static String defaults(Facts facts, UsableAgents agents) {
        StringBuilder text = new StringBuilder("""
                # What every task of this repository takes unless its own file says otherwise.
                # The keys are those of a task file: docs/task-file.md of Pawl.
                """);
        text.append(agent(agents));
        list(text, "copy", facts.copies());
        BuildCommands build = BuildCommands.of(facts);
        list(text, "setup", build.setup());
        List<String> checks = build.checks();
        if (checks.isEmpty()) {
            text.append("""
                    # No tests were found. Name the command that proves a change; without one, a person accepts it.
                    # checks:
                    #   - make test
                    """);
        }
        list(text, "checks", checks);
        return text.append("limits: { iterations: 5, time: 30m }\n").toString();
    }

    private static String agent(UsableAgents agents) {
        return switch (agents.names().size()) {
            case 0 -> "agent: claude-code          # none is installed and signed in here yet\n";
            case 1 -> "agent: " + agents.names().getFirst() + "\n";
            default ->
                "agents: [" + String.join(", ", agents.names())
                        + "]   # in order of preference; the next one takes over\n";
        };
    }

    private static void list(StringBuilder text, String key, List<String> items) {
        if (!items.isEmpty()) {
            text.append(key).append(":\n");
            items.forEach(item -> text.append("  - ")
                    .append(new Dump(SCALAR).dumpToString(item).strip())
                    .append('\n'));
        }
    }

    private static String example(Facts facts) {
        String tests = BuildCommands.of(facts).checks().stream()
                .findFirst()
                .map(check -> " The tests run with `%s`.".formatted(check))
                .orElse("");
        return """
                ---
                title: Describe how to run the tests
                files: [README.md]
                ---
                Add a short section "Tests" to README.md, or improve the one that is there: what must be installed, the
                commands to run all tests and a single one, and where new tests belong. Try each command before you
                write it down.%s
                """.formatted(tests);
    }
}
