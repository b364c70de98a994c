package dev.pawl.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.cli.Main;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Tasks;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A client of the protocol's SDK, and {@code pawl mcp} as a process. */
class McpProcessTest {
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dsun.misc.unsafe.memory.access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());

    @Test
    void librariesOfTheProtocolSayNothingInOtherCommands() throws Exception {
        try (FakeGateway gateway = new FakeGateway()) {
            gateway.tasks.put(Tasks.ID, Tasks.accepted());
            ProcessBuilder list = new ProcessBuilder(
                    Stream.concat(JAVA.stream(), Stream.of("list")).toList());
            list.environment().putAll(gateway.environment());
            Process process =
                    list.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void aClientOfTheSdkFindsAndCallsTheTools() throws Exception {
        Queue<String> stderr = new ConcurrentLinkedQueue<>();
        try (FakeGateway gateway = new FakeGateway()) {
            gateway.tasks.put(Tasks.ID, Tasks.accepted());
            JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(new ObjectMapper());
            StdioClientTransport process = new StdioClientTransport(
                    ServerParameters.builder(JAVA.getFirst())
                            .args(Stream.concat(JAVA.stream().skip(1), Stream.of("mcp"))
                                    .toList())
                            .env(gateway.environment())
                            .build(),
                    json);
            process.setStdErrorHandler(stderr::add);
            try (McpSyncClient client = McpClient.sync(process)
                    .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                    .requestTimeout(Duration.ofSeconds(60))
                    .initializationTimeout(Duration.ofSeconds(60))
                    .build()) {
                assertThat(client.initialize().serverInfo().name()).isEqualTo("pawl");
                assertThat(client.listTools().tools()).extracting(Tool::name).contains("submit", "status", "wait");

                CallToolResult status = client.callTool(CallToolRequest.builder("status")
                        .arguments(Map.of("task", Tasks.ID))
                        .build());
                assertThat(status.isError()).isFalse();
                assertThat(((TextContent) status.content().getFirst()).text()).contains("all evidence is green");

                var report = client.readResource(
                        ReadResourceRequest.builder("pawl://task/last/report").build());
                assertThat(((TextResourceContents) report.contents().getFirst()).text())
                        .contains("Evidence");

                CallToolResult unknown = client.callTool(CallToolRequest.builder("status")
                        .arguments(Map.of("task", "nope"))
                        .build());
                assertThat(unknown.isError()).isTrue();
            }
        }
        assertThat(List.copyOf(stderr)).isEmpty();
    }
}
