package dev.pawl.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that continues its session, which the provider, or the program itself, does not accept any more. */
class ContinuedSessionTest {
    private static final String TURN = "{\"type\":\"assistant\",\"session_id\":\"own\",\"message\":{\"id\":\"m\","
            + "\"model\":\"some\",\"usage\":{\"input_tokens\":9},\"content\":[]}}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            400; API Error: 400 messages.3.content.1.image: could not process image
            400; API Error: 400 input length and max_tokens exceed the context
            413; API Error: 413 request_too_large
            null; API Error: 400 the first block must be a tool result
            null; Prompt is too long
            """)
    void aSessionThatIsRejectedIsNotContinuedAgain(String status, String words) throws Exception {
        AgentRun first = continued();
        assertThat(play(result(false, "null", "done"))
                        .run(first, AgentListener.NONE)
                        .ending())
                .isEqualTo(Ending.FINISHED);
        AgentRun second = new AgentRuns(directory).after(first, first.sessionId());

        AgentResult rejected =
                play("%s\n%s".formatted(TURN, result(true, status, words))).run(second, AgentListener.NONE);
        AgentRun third = new AgentRuns(directory).after(second, second.sessionId(), first.sessionId());
        AgentResult anew = play(result(false, "null", "done")).run(third, AgentListener.NONE);

        assertThat(rejected.ending()).isEqualTo(Ending.SESSION_FULL);
        assertThat(rejected.retryable()).as("it is not charged").isTrue();
        assertThat(rejected.reason()).contains("a new one begins", words);
        assertThat(anew.ending()).isEqualTo(Ending.FINISHED);
        assertThat(arguments()).contains("--session-id").doesNotContain("--resume");
    }

    @Test
    void aSessionThatTheProgramLostIsNotContinuedAgain() throws Exception {
        AgentRun first = continued();
        play(result(false, "null", "done")).run(first, AgentListener.NONE);

        AgentResult lost = play(result(true, "null", "No conversation found with session ID: own")
                        .replace("api_error\",\"result", "\",\"result"))
                .run(new AgentRuns(directory).after(first, first.sessionId()), AgentListener.NONE);

        assertThat(arguments()).contains("--resume");
        assertThat(lost.ending()).isEqualTo(Ending.SESSION_FULL);
        assertThat(lost.retryable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"529,PROVIDER_ERROR", "500,PROVIDER_ERROR", "401,UNAUTHENTICATED", "429,RATE_LIMITED"})
    void aFailureThatIsNotTheSessionsLeavesItToBeContinued(int status, Ending ending) throws Exception {
        AgentRun first = continued();
        play(result(false, "null", "done")).run(first, AgentListener.NONE);
        AgentRun second = new AgentRuns(directory).after(first, first.sessionId());

        AgentResult failed = play(result(true, Integer.toString(status), "API Error: " + status))
                .run(second, AgentListener.NONE);
        play(result(false, "null", "done"))
                .run(new AgentRuns(directory).after(second, second.sessionId(), first.sessionId()), AgentListener.NONE);

        assertThat(failed.ending()).isEqualTo(ending);
        assertThat(arguments()).contains("--resume");
    }

    @Test
    void aNewSessionThatIsRejectedIsCharged() throws Exception {
        AgentResult rejected = play(result(true, "400", "Prompt is too long")).run(continued(), AgentListener.NONE);

        assertThat(rejected.ending()).isEqualTo(Ending.SESSION_FULL);
        assertThat(rejected.retryable()).isFalse();
    }

    private AgentRun continued() throws IOException {
        AgentRuns runs = new AgentRuns(directory);
        return runs.after(runs.claude(null, null, Duration.ofSeconds(30)));
    }

    private String arguments() throws IOException {
        return Files.readString(directory.resolve("arguments"));
    }

    private static String result(boolean error, String status, String text) {
        return """
                {"type":"result","session_id":"own","is_error":%s,"api_error_status":%s,"num_turns":1,\
                "terminal_reason":"%s","result":"%s"}
                """.formatted(error, status, error ? "api_error" : "completed", text)
                .strip();
    }

    /** It leaves a session, as the real one does. */
    private ProgramAgent play(String output) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path said = Files.writeString(directory.resolve("said"), output + "\n");
        Path fake = Files.writeString(bin.resolve("claude"), """
                #!/bin/sh
                cat > /dev/null
                echo "$*" > '%s'
                mkdir -p "$CLAUDE_CONFIG_DIR/projects/p" && echo x > "$CLAUDE_CONFIG_DIR/projects/p/own.jsonl"
                cat '%s'
                grep -q '"is_error":false' '%s'
                """.formatted(directory.resolve("arguments"), said, said));
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ProgramAgent(
                new ClaudeCode(),
                new ProcessSupervisor(Isolation.probe()),
                AgentSettings.of(Map.of("PATH", bin + ":/usr/bin:/bin"), directory));
    }
}
