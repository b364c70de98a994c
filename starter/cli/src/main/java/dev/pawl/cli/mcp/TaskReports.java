package dev.pawl.cli.mcp;

import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.mcp.tool.Answer;
import dev.pawl.cli.mcp.tool.Toolbox;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reports of tasks as resources. */
final class TaskReports {
    private static final Pattern URI = Pattern.compile("pawl://task/([^/]+)/report");
    private static final String TYPE = "text/plain";
    private static final String CONTENT = "what ran when, the decisions and their reasons, the evidence, the cost";

    private final Toolbox toolbox;

    TaskReports(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    SyncResourceSpecification newest() {
        Resource resource = Resource.builder("pawl://task/last/report", "report of the newest task")
                .description("The newest task: " + CONTENT)
                .mimeType(TYPE)
                .build();
        return new SyncResourceSpecification(resource, (exchange, request) -> read(request.uri()));
    }

    SyncResourceTemplateSpecification any() {
        ResourceTemplate template = ResourceTemplate.builder("pawl://task/{task}/report", "report of a task")
                .description("A task, by its id: " + CONTENT)
                .mimeType(TYPE)
                .build();
        return new SyncResourceTemplateSpecification(template, (exchange, request) -> read(request.uri()));
    }

    /** The protocol has no other way to fail here than an error of JSON-RPC. */
    private ReadResourceResult read(String uri) {
        Answer answer = toolbox.report(task(uri));
        String text = String.join("\n", answer.texts());
        if (answer.failed()) {
            boolean unknown = answer.failure() == ExitCode.USAGE;
            throw McpError.builder(unknown ? ErrorCodes.RESOURCE_NOT_FOUND : ErrorCodes.INTERNAL_ERROR)
                    .message(text)
                    .build();
        }
        return ReadResourceResult.builder(List.of(
                        TextResourceContents.builder(uri, text).mimeType(TYPE).build()))
                .build();
    }

    private static String task(String uri) {
        Matcher matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            throw McpError.RESOURCE_NOT_FOUND.apply(uri);
        }
        String written = matcher.group(1);
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return written;
        }
    }
}
