package dev.pawl.cli.mcp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pawl.api.client.Version;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.mcp.tool.Answer;
import dev.pawl.cli.mcp.tool.Effect;
import dev.pawl.cli.mcp.tool.Parameters;
import dev.pawl.cli.mcp.tool.Tool;
import dev.pawl.cli.mcp.tool.Toolbox;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.util.Map;

/** Serves the tools and the resources of Pawl. Only the protocol is written to the terminal's {@code out}. */
public final class PawlServer {
    private static final String INSTRUCTIONS = """
            Pawl runs coding agents on tasks until evidence proves the result: checks, on a clean checkout. \
            The agent works in a private copy, for minutes or hours. \
            Start a task with submit, then call wait until it has ended or asks a question. \
            Questions are meant for the user: show them, and answer, approve or reject only as the user says. \
            diff shows the result; the user takes it over with: pawl apply TASK""";

    private PawlServer() {}

    /** Serves one client until it closes its side. */
    public static void serve(Context context, ConnectionOptions connection) throws IOException, InterruptedException {
        // Before its first use: it would announce on every start that no logging is configured.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build());
        LineTransport transport = new LineTransport(
                json,
                context.terminal().in(),
                context.terminal().out(),
                line -> context.terminal().say("pawl: " + line));
        Toolbox toolbox = new Toolbox(context, connection);
        TaskReports reports = new TaskReports(toolbox);
        // The tools check their arguments themselves, with messages that name the next step.
        McpSyncServer server = McpServer.sync(transport)
                .jsonMapper(json)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .validateToolInputs(false)
                .serverInfo("pawl", Version.current())
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .tools(toolbox.tools().stream().map(tool -> tool(toolbox, tool)).toList())
                .resources(reports.newest())
                .resourceTemplates(reports.any())
                .build();
        try {
            transport.serve();
        } finally {
            server.close();
        }
    }

    private static SyncToolSpecification tool(Toolbox toolbox, Tool tool) {
        McpSchema.Tool described = McpSchema.Tool.builder(tool.name(), Parameters.schema(tool.parameters()))
                .description(tool.description())
                .annotations(annotations(tool.effect()))
                .build();
        return SyncToolSpecification.builder()
                .tool(described)
                .callHandler((exchange, request) -> {
                    Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
                    return result(toolbox.call(tool, arguments));
                })
                .build();
    }

    private static ToolAnnotations annotations(Effect effect) {
        return ToolAnnotations.builder()
                .readOnlyHint(effect == Effect.NONE)
                .destructiveHint(effect == Effect.ENDS)
                .build();
    }

    private static CallToolResult result(Answer answer) {
        return CallToolResult.builder()
                .textContent(answer.texts())
                .isError(answer.failed())
                .build();
    }
}
