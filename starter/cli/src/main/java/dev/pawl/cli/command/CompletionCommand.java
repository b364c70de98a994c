package dev.pawl.cli.command;

import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Print a script that makes bash and zsh complete commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(pawl completion)", "  pawl completion > ~/.local/share/bash-completion/completions/pawl"})
public final class CompletionCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.terminal().out().println(AutoComplete.bash("pawl", spec.root().commandLine()));
        return 0;
    }
}
