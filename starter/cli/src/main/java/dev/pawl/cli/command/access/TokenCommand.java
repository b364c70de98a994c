package dev.pawl.cli.command.access;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Give other people and services access to the gateway, with fewer rights than yours.",
            "A token has scopes: read; submit (start tasks and plans); operate (answer, approve, stop); admin."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl token create ci --scope submit --expires 30d", "  pawl token list", "  pawl token revoke ci"})
public final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command on tokens?");
    }
}
