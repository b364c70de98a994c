package dev.pawl.cli.command;

import dev.pawl.cli.Context;
import dev.pawl.cli.doctor.InstalledAgents;
import dev.pawl.cli.report.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "agents",
        description = {
            "List the agents by name: version, the one it is tested with, signed in or not, how it is set.",
            "Looks at this machine and asks no model. Whether a sign-in still holds only its provider knows.",
            "Workers on other machines have agents of their own: run it there."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl agents", "  pawl agents -o jsonl | jq -r 'select(.installed) | .name'"})
public final class AgentsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private OutputOption output;

    AgentsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ListedAgent> agents = Stream.concat(
                        new InstalledAgents(context).look().stream().map(ListedAgent::of),
                        Stream.of(ListedAgent.anyCommand()))
                .toList();
        output.printAll(
                () -> lines(agents),
                () -> agents.stream().map(ListedAgent::document).toList());
        String gateway = context.variable("PAWL_ADDRESS");
        if (gateway != null) {
            context.terminal().say("note: this is what this machine has; tasks of " + gateway + " run on its workers");
        }
        return 0;
    }

    private List<String> lines(List<ListedAgent> agents) {
        Table table = new Table("AGENT", "VERSION", "TESTED", "SIGN-IN", "MODEL", "NOTES");
        agents.forEach(agent -> table.row(agent.cells()));
        return table.lines(context.terminal().width(), context.terminal().outStyle());
    }
}
