package dev.pawl.cli.command.hooks;

import dev.pawl.cli.hooks.ClaudeCodeHooks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "remove",
        description = "Remove Pawl's hooks from the settings of an agent, and nothing else.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl hooks remove claude-code", "  pawl hooks remove claude-code --project --yes"})
public final class HooksRemoveCommand implements Callable<Integer> {
    @Mixin
    private HookedAgent agent;

    @Override
    public Integer call() throws IOException {
        return agent.change("removes Pawl's hooks from", null, ClaudeCodeHooks::removed);
    }
}
