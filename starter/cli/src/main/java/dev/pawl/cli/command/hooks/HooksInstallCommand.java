package dev.pawl.cli.command.hooks;

import dev.pawl.cli.hooks.ClaudeCodeHooks;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.text.ShellText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "install",
        description = {
            "Add Pawl's hooks to the settings of an agent, after showing them.",
            "Everything else in the settings is kept. Installing again changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl hooks install claude-code",
            "  pawl hooks install claude-code --project    for all who work on this repository",
            "  pawl hooks install claude-code --yes"
        })
public final class HooksInstallCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private HookedAgent agent;

    HooksInstallCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ClaudeCodeHooks hooks = new ClaudeCodeHooks(program());
        return agent.change("adds to", hooks.alone(), hooks::installed);
    }

    /** A repository is shared with machines on which Pawl is elsewhere. */
    private String program() {
        String launcher = context.variable("PAWL_LAUNCHER");
        return launcher == null || agent.isOfProject() ? "pawl" : ShellText.quoted(launcher);
    }
}
