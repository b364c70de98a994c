package dev.pawl.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessResult.End;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which results of Claude Code are final; see README.md beside the recordings. */
class ClaudeCodeCourseTest {
    private static final Path RECORDED = Path.of("src/test/resources/agents/claude-code");
    private static final String MESSAGE = "{\"type\":\"assistant\",\"session_id\":\"s\",\"message\":{\"id\":\"m\","
            + "\"model\":\"some\",\"content\":[{\"type\":\"text\",\"text\":\"working\"}]}}";

    @TempDir
    Path directory;

    @Test
    void aResultWhileABackgroundTaskIsOpenIsNoEnd() throws IOException {
        List<String> lines = Files.readAllLines(RECORDED.resolve("background.out"));
        ClaudeCodeOutput output = output();

        List<Integer> doneAfter = IntStream.range(0, lines.size())
                .filter(i -> {
                    output.line(lines.get(i));
                    return output.done();
                })
                .boxed()
                .toList();

        assertThat(doneAfter).containsExactly(lines.size() - 1);
        assertThat(verdict(output, End.EXITED, 0).ending()).isEqualTo(Ending.FINISHED);
        assertThat(output.finalText()).isEqualTo("All done.");
        assertThat(output.usage()).isEqualTo(new Usage(4800, 180, 800, 400, new BigDecimal("0.018840000000000003"), 4));
    }

    @Test
    void aRunThatExitsByItselfBehindAnInterimResultIsFinished() throws IOException {
        ClaudeCodeOutput output =
                output(MESSAGE, started("t"), result(false, 1, "waiting"), task("task_updated", "t", "killed"));

        assertThat(verdict(output, End.EXITED, 0).ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void aBackgroundTaskThatNeverEndsIsNamedByTheIdleLimit() throws IOException {
        ClaudeCodeOutput output = output(MESSAGE, started("t"), result(false, 1, "waiting"));

        assertThat(output.done()).isFalse();
        assertThat(output.pending()).isEqualTo("npm test");
        assertThat(verdict(output, End.IDLE, null)).satisfies(verdict -> {
            assertThat(verdict.ending()).isEqualTo(Ending.IDLE);
            assertThat(verdict.reason()).isEqualTo("silent for 30m in `npm test`");
        });
    }

    @Test
    void aTaskThatIsOverInAnyWayIsNotWaitedFor() {
        for (String end : List.of(
                task("task_updated", "t", "killed"),
                task("task_updated", "t", "failed"),
                task("task_updated", "t", "completed"),
                "{\"type\":\"system\",\"subtype\":\"background_tasks_changed\",\"session_id\":\"s\",\"tasks\":[]}")) {
            assertThat(output(MESSAGE, started("t"), end, result(false, 1, "done"))
                            .done())
                    .as(end)
                    .isTrue();
        }
        assertThat(output(MESSAGE, started("t"), task("task_updated", "t", "running"), result(false, 1, "x"))
                        .done())
                .isFalse();
        assertThat(output(
                                MESSAGE,
                                started("t").replace("\"patch\"", "\"ambient\":true,\"patch\""),
                                result(false, 1, "done"))
                        .done())
                .as("its own housekeeping")
                .isTrue();
    }

    @Test
    void theEndOfItsOwnHousekeepingBeginsNoTurn() {
        String begin = started("t").replace("\"patch\"", "\"ambient\":true,\"patch\"");
        for (String end : List.of(task("task_notification", "t", ""), task("task_updated", "t", "completed"))) {
            assertThat(output(MESSAGE, begin, result(false, 1, "done"), end).done())
                    .as(end)
                    .isTrue();
        }
    }

    @Test
    void workAfterAnInterimResultHasNoKnownCostYet() {
        ClaudeCodeOutput output = output(MESSAGE, started("t"), result(false, 1, "waiting"));
        assertThat(output.usage().costUsd()).isEqualByComparingTo("0.5");

        output.line(task("task_notification", "t", ""));
        output.line(MESSAGE);

        assertThat(output.usage().costUsd()).isNull();
        assertThat(output.done()).isFalse();
    }

    @Test
    void aTurnThatIsCutOffBehindAGoodResultIsNotFinished() throws IOException {
        ClaudeCodeOutput output =
                output(MESSAGE, started("t"), result(false, 1, "waiting"), task("task_notification", "t", ""), MESSAGE);

        assertThat(verdict(output, End.TIMED_OUT, null).ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(verdict(output, End.EXITED, 0).ending()).isEqualTo(Ending.CRASHED);
    }

    @Test
    void aResultWithoutTurnsBeforeAnyTurnIsNoEnd() throws IOException {
        ClaudeCodeOutput output = output(result(false, 0, ""));
        assertThat(output.done()).isFalse();
        assertThat(verdict(output, End.IDLE, null).ending()).isEqualTo(Ending.IDLE);

        output.line(MESSAGE);
        assertThat(output.done()).isFalse();
        output.line(result(false, 1, "really done"));

        assertThat(output.done()).isTrue();
        assertThat(output.finalText()).isEqualTo("really done");
    }

    @Test
    void anErrorWithoutTurnsThatIsItsOnlyWordSaysWhyItExited() throws IOException {
        ClaudeCodeOutput output = output(result(true, 0, "No conversation found"));

        assertThat(verdict(output, End.EXITED, 1).reason()).isEqualTo("No conversation found");
    }

    @Test
    void anErrorWithoutTurnsBehindAGoodResultChangesNothing() throws IOException {
        ClaudeCodeOutput output = output(MESSAGE, result(false, 3, "good"), result(true, 0, "shut down"));

        assertThat(output.done()).isTrue();
        assertThat(output.finalText()).isEqualTo("good");
        assertThat(verdict(output, End.EXITED, null).ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void anErrorInATurnBehindAGoodResultCounts() throws IOException {
        ClaudeCodeOutput output =
                output(MESSAGE, result(false, 3, "good"), MESSAGE.replace("\"m\"", "\"n\""), result(true, 1, "broke"));

        assertThat(verdict(output, End.EXITED, 1).ending()).isNotEqualTo(Ending.FINISHED);
    }

    @Test
    void theResetOfAnEarlierEventDoesNotCountForARefusalThatReportsNone() throws IOException {
        ClaudeCodeOutput output = output(
                rateLimit("allowed_warning", ",\"resetsAt\":4102444800"),
                rateLimit("rejected", ""),
                result(true, 1, "limit"));
        assertThat(verdict(output, End.EXITED, 1).ending()).isEqualTo(Ending.RATE_LIMITED);
        assertThat(verdict(output, End.EXITED, 1).resetsAt()).isNull();

        output.line(rateLimit("rejected", ",\"resetsAt\":4102444801"));
        assertThat(verdict(output, End.EXITED, 1).resetsAt()).isEqualTo(Instant.ofEpochSecond(4102444801L));
    }

    private static String rateLimit(String status, String more) {
        return "{\"type\":\"rate_limit_event\",\"session_id\":\"s\",\"rate_limit_info\":{\"status\":\"%s\"%s}}"
                .formatted(status, more);
    }

    private static String result(boolean error, int turns, String text) {
        return """
                {"type":"result","session_id":"s","is_error":%s,"num_turns":%d,"terminal_reason":"%s","result":"%s",\
                "total_cost_usd":0.5}
                """.formatted(error, turns, error ? "" : "completed", text).strip();
    }

    private static String started(String id) {
        return task("task_started", id, "");
    }

    private static String task(String subtype, String id, String status) {
        return """
                {"type":"system","subtype":"%s","session_id":"s","task_id":"%s","description":"npm test",\
                "patch":{"status":"%s"}}
                """.formatted(subtype, id, status).strip();
    }

    private static ClaudeCodeOutput output(String... lines) {
        ClaudeCodeOutput output = new ClaudeCodeOutput(null, Usage.NONE, AgentListener.NONE);
        List.of(lines).forEach(output::line);
        return output;
    }

    private AgentVerdict verdict(ClaudeCodeOutput output, End end, @Nullable Integer exitCode) throws IOException {
        AgentRun run = new AgentRuns(directory).claude(null, null, Duration.ofMinutes(5));
        return output.verdict(new RunEnd(run, new ProcessResult(end, exitCode, Duration.ZERO), ""));
    }
}
