package dev.pawl.cli.mcp.tool;

import dev.pawl.api.client.PawlClient;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.GatewayErrors;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;

/** All tools, and calls of them. Each call connects anew: the gateway may have moved since the last one. */
public final class Toolbox {
    private static final int LONGEST_MESSAGE = 8 * 1024;

    private final Context context;
    private final ConnectionOptions connection;
    private final Tool status = TaskTools.status();

    public Toolbox(Context context, ConnectionOptions connection) {
        this.context = context;
        this.connection = connection;
    }

    public List<Tool> tools() {
        String by = context.person() + " via MCP";
        return List.of(
                new SubmitTool(context, connection).tool(),
                WaitTool.tool(),
                status,
                TaskTools.list(),
                PersonTools.inbox(),
                PersonTools.answer(by),
                PersonTools.approve(by),
                PersonTools.reject(by),
                TaskTools.diff(),
                LogsTool.tool(),
                TaskTools.planStatus());
    }

    /** Calls a tool. Every failure is an answer that says what to do. */
    public Answer call(Tool tool, Map<String, Object> given) {
        try {
            Arguments arguments = Arguments.of(tool.parameters(), given);
            Excerpt out = tool.excerpt(arguments);
            try (PawlClient client = connection.open()) {
                tool.work().run(client, arguments, out);
            }
            return new Answer(null, out.texts(tool.name()));
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return failed(failure);
        }
    }

    /** The whole report of a task. */
    public Answer report(String task) {
        return call(status, Map.of("task", task, TaskTools.PART, TaskTools.REPORT));
    }

    private Answer failed(Exception failure) {
        if (context.variable("PAWL_DEBUG") != null) {
            failure.printStackTrace(context.terminal().err());
        }
        CommandFailure known = GatewayErrors.known(failure);
        String message = String.valueOf(known.getMessage());
        String shown = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
        return new Answer(known.exitCode(), List.of(absent(failure, known) ? shown + "; start it: pawl up" : shown));
    }

    /** Whether nothing listens where a gateway on this machine should. */
    private boolean absent(Exception failure, CommandFailure known) {
        return failure instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.UNAVAILABLE
                && known.exitCode() == ExitCode.CONFIGURATION
                && connection.local();
    }
}
