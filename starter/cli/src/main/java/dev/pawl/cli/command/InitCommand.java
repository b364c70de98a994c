package dev.pawl.cli.command;

import dev.pawl.cli.command.agents.NamedAgents;
import dev.pawl.cli.init.Proposal;
import dev.pawl.cli.init.StarterFiles;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.preflight.UsableAgents;
import dev.pawl.cli.repository.Consents;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.taskfile.Defaults;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = {
            "Write defaults and an example task for a repository, from what it contains.",
            "Reads the repository and asks nothing. Existing files are kept unless --force is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl init", "  pawl init --print       show the files and write nothing", "  pawl init ../service"
        })
public final class InitCommand implements Callable<Integer> {
    private static final String EXAMPLE = ".pawl/tasks/example.md";

    private final Context context;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            showDefaultValue = Visibility.NEVER,
            description = "A directory of the repository. Default: the current one.")
    private Path directory;

    @Option(names = "--force", description = "Replace the files if they exist.")
    private boolean force;

    @Option(names = "--print", description = "Print the files instead of writing them.")
    private boolean print;

    InitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path place = context.directory().resolve(directory).normalize();
        if (!Files.isDirectory(place)) {
            throw new CommandFailure(ExitCode.USAGE, "no such directory: " + directory);
        }
        Repository repository = Repository.around(place)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, place + " is in no git repository; run git init there first"));
        UsableAgents agents = UsableAgents.of(context);
        Proposal proposal = Proposal.of(repository.root(), agents);
        if (print) {
            printed(Repository.DEFAULTS, proposal.defaults());
            printed(EXAMPLE, proposal.example());
        } else {
            write(repository, proposal);
        }
        say(repository, proposal, agents);
        return 0;
    }

    private void printed(String name, String text) {
        context.terminal().print("# " + name);
        text.lines().forEach(context.terminal()::print);
    }

    private void write(Repository repository, Proposal proposal) throws IOException {
        StarterFiles files = new StarterFiles(repository.root(), force);
        String defaults = files.write(Repository.DEFAULTS, proposal.defaults());
        context.terminal().print(defaults);
        if (!defaults.startsWith(StarterFiles.KEPT)) {
            // What Pawl proposes, its user permits by this command.
            String keys = Defaults.of(repository, NamedAgents.of(context), context.home())
                    .needingConsent();
            new Consents(Home.of(context)).give(repository, keys);
        }
        context.terminal().print(files.write(EXAMPLE, proposal.example()));
    }

    private void say(Repository repository, Proposal proposal, UsableAgents agents) {
        Terminal terminal = context.terminal();
        terminal.say("found: " + (proposal.found().isEmpty() ? "no build tool" : String.join(", ", proposal.found())));
        proposal.notes().forEach(note -> terminal.say("note: " + note));
        if (agents.names().isEmpty()) {
            terminal.say("note: " + agents.advice());
        }
        if (!print) {
            String go = context.directory().startsWith(repository.root()) ? "" : "cd " + repository.root() + " && ";
            Path example = context.directory().startsWith(repository.root())
                    ? context.directory().relativize(repository.root().resolve(EXAMPLE))
                    : Path.of(EXAMPLE);
            terminal.say("next: " + go + "pawl run " + example);
            terminal.say("  or: " + go + "pawl run \"what to do, in your words\"");
        }
    }
}
