package dev.pawl.cli.command.agents;

import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.doctor.InstalledAgent;
import dev.pawl.cli.doctor.InstalledAgents;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.report.Table;
import dev.pawl.cli.taskfile.AgentsFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "agents",
        subcommands = AgentsAddCommand.class,
        description = {
            "List the agents: version, tested version, sign-in and settings.",
            "Inspects this machine and calls no model. Only the provider knows whether a sign-in is still valid.",
            "Workers on other machines have their own agents: run it there.",
            "Named agents with your settings are defined in agents.yaml in the home of Pawl."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl agents",
            "  pawl agents -o jsonl | jq -r 'select(.installed) | .name'",
            "  pawl agents add quick --kind codex --model gpt-5-mini"
        })
public final class AgentsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private OutputOption output;

    AgentsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<ListedAgent> agents = agents();
        output.printAll(
                () -> lines(agents),
                () -> agents.stream().map(ListedAgent::document).toList());
        String gateway = context.variable("PAWL_ADDRESS");
        if (gateway != null) {
            context.terminal().say("note: this is what this machine has; tasks of " + gateway + " run on its workers");
        }
        return 0;
    }

    private List<ListedAgent> agents() throws IOException {
        AgentsFile named = NamedAgents.of(context);
        List<InstalledAgent> installed = new InstalledAgents(context).look();
        Map<String, InstalledAgent> byKind =
                installed.stream().collect(Collectors.toMap(InstalledAgent::name, Function.identity()));
        Programs programs = Programs.onPath(context);
        return Stream.of(
                        installed.stream().map(ListedAgent::of),
                        Stream.of(ListedAgent.anyCommand()),
                        named.agents().stream().map(agent -> {
                            InstalledAgent program = byKind.get(agent.kind());
                            return program == null
                                    ? ListedAgent.command(agent, programs)
                                    : ListedAgent.named(agent, program);
                        }))
                .flatMap(Function.identity())
                .toList();
    }

    private List<String> lines(List<ListedAgent> agents) {
        Table table = new Table("AGENT", "KIND", "VERSION", "TESTED", "SIGN-IN", "MODEL", "NOTES");
        agents.forEach(agent -> table.row(agent.cells()));
        return table.lines(context.terminal().width(), context.terminal().outStyle());
    }
}
