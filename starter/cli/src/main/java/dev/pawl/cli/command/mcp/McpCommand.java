package dev.pawl.cli.command.mcp;

import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.mcp.PawlServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "mcp",
        description = {
            "Serve the Model Context Protocol on standard input and output, for agents that give work to Pawl.",
            "An agent starts it; docs/mcp.md shows how to add it to Claude Code and others."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  claude mcp add pawl -- pawl mcp",
            "  codex mcp add pawl -- pawl mcp --address pawl.example.com:7420 --token-file ~/pawl.token"
        })
public final class McpCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConnectionOptions connection;

    McpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (context.terminal().interactive()) {
            context.terminal().say("an agent starts this command and talks to it, see docs/mcp.md; Ctrl-C ends it");
        }
        PawlServer.serve(context, connection);
        return 0;
    }
}
