package dev.pawl.cli.command.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.spool.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogClaudeCodeCommandTest {
    private static final String SESSION = "3f2b8c1e-5d4a-4a3e-9b2f-0c1d2e3f4a5b";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "Bash, command",
        "Edit, file_edit",
        "NotebookEdit, file_edit",
        "Read, file_read",
        "Grep, search",
        "AskUserQuestion, question",
        "mcp__pawl__submit, tool",
        "Task, tool"
    })
    void aToolCallIsAnActionOfItsKind(String tool, String kind) throws IOException {
        hook(
                "PostToolUse",
                "\"tool_name\": \"%s\", \"tool_input\": {\"command\": \"make\"}, \"duration_ms\": 41".formatted(tool));

        JsonObject event = event();
        assertThat(event.get("type").getAsString()).isEqualTo("agent_action");
        assertThat(event.get("session_id").getAsString()).isEqualTo(SESSION);
        assertThat(event.get("agent").getAsString()).isEqualTo("claude-code");
        assertThat(event.get("task_id").getAsString()).isEqualTo("calc-1");
        assertThat(event.get("action").getAsString()).isEqualTo(kind);
        assertThat(event.get("duration_ms").getAsLong()).isEqualTo(41);
        assertThat(event.getAsJsonObject("data"))
                .hasToString(
                        "{\"tool\":\"%s\",\"outcome\":\"ok\",\"cwd\":\"/w\",\"command\":\"make\"}".formatted(tool));
    }

    @Test
    void aToolCallThatFailedSaysSo() throws IOException {
        hook("PostToolUseFailure", "\"tool_name\": \"Bash\", \"error\": \"exit code 1\"");

        JsonObject data = event().getAsJsonObject("data");
        assertThat(data.get("outcome").getAsString()).isEqualTo("failed");
        assertThat(data.get("error").getAsString()).isEqualTo("exit code 1");
    }

    @ParameterizedTest
    @CsvSource({"SessionStart, source, open", "SessionEnd, reason, completed"})
    void aSessionBeginsAndEnds(String name, String detail, String status) throws IOException {
        hook(name, "\"%s\": \"other\"".formatted(detail));

        assertThat(event().get("type").getAsString()).isEqualTo("execution_log");
        assertThat(event().get("status").getAsString()).isEqualTo(status);
        assertThat(event().getAsJsonObject("data").get(detail).getAsString()).isEqualTo("other");
    }

    @Test
    void contentsOfFilesAndOutputsOfToolsAreLeftOutAndLongArgumentsCut() throws IOException {
        hook(
                "PostToolUse",
                ("\"tool_name\": \"Write\", \"tool_input\": {\"file_path\": \"%s\", \"content\": \"secret text\"}, "
                                + "\"tool_response\": {\"stdout\": \"secret text\"}")
                        .formatted("x".repeat(300_000)));

        assertThat(event().toString()).doesNotContain("secret text").hasSizeLessThan(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PreToolUse", "Stop", "SomethingNew"})
    void otherEventsAreNotReported(String name) throws IOException {
        assertThat(hook(name, "\"tool_name\": \"Bash\"")).isEqualTo(new Invocation(0, "", ""));

        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[1]",
                "null",
                "{}",
                "{\"hook_event_name\": 3}",
                "{\"hook_event_name\": \"PostToolUse\"}",
                "{\"hook_event_name\": \"PostToolUse\", \"session_id\": \"unknown\"}",
                "{\"hook_event_name\": \"SessionStart\", \"session_id\": \"1-1-1-1-1\"}",
                "{\"hook_event_name\": \"SessionStart\", \"session_id\": \"zzzzzzzz-5d4a-4a3e-9b2f-0c1d2e3f4a5b\"}"
            })
    void anyOtherInputIsAWarningAndNeverAFailure(String input) throws IOException {
        Invocation done = given(input);

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEmpty();
        assertThat(done.err()).contains("warning: the event is not recorded");
        assertThat(files()).isEmpty();
    }

    @Test
    void aCallerNeverFailsWhenNoPlaceCanBeWritten() throws IOException {
        Files.writeString(directory.resolve("spool"), "not a directory");

        Invocation done = hook("SessionStart", "\"source\": \"startup\"");

        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).contains("warning: the event is not recorded");
    }

    private Invocation hook(String name, String fields) {
        return given("{\"hook_event_name\": \"%s\", \"session_id\": \"%s\", \"cwd\": \"/w\", %s}"
                .formatted(name, SESSION, fields));
    }

    private Invocation given(String input) {
        Map<String, String> environment = Map.of("PAWL_EVENTS_SPOOL", "spool", "PAWL_TASK", "calc-1");
        return Invocation.typing(input, environment, directory, "log", "claude-code");
    }

    private List<Path> files() throws IOException {
        Path spool = directory.resolve("spool");
        if (!Files.exists(spool)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(spool)) {
            return entries.toList();
        }
    }

    private JsonObject event() throws IOException {
        assertThat(files()).hasSize(1);
        return JsonParser.parseString(new String(Spool.lines(files().getFirst()).getFirst(), UTF_8))
                .getAsJsonObject();
    }
}
