package dev.pawl.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.RecordedListener;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads output of the real program; see README.md beside the recordings. */
class ClaudeCodeTranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/agents/claude-code");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "ok,                 0, FINISHED,        false",
        "stream,             0, FINISHED,        false",
        "partial,            0, FINISHED,        false",
        "denied,             0, REFUSED,         false",
        "maxturns,           1, TURN_LIMIT,      false",
        "stream-maxturns,    1, TURN_LIMIT,      false",
        "budget,             1, BUDGET,          false",
        "stream-budget,      1, BUDGET,          false",
        "http-401,           1, UNAUTHENTICATED, false",
        "nokey,              1, UNAUTHENTICATED, false",
        "http-404,           1, INVALID,         false",
        "http-429,           1, RATE_LIMITED,    true",
        "rate-limit-event,   1, RATE_LIMITED,    true",
        "http-500,           1, PROVIDER_ERROR,  true",
        "http-529,           1, PROVIDER_ERROR,  true",
        "retried-529,        1, PROVIDER_ERROR,  true",
        "connection-refused, 1, PROVIDER_ERROR,  true",
        "cut0,               1, PROVIDER_ERROR,  true",
        "terminated,       143, CRASHED,         false",
    })
    void eachEndingIsReadFromAllThatWasSaid(String name, int exitCode, Ending ending, boolean retryable)
            throws IOException {
        AgentVerdict verdict = verdict(read(lines(name)), End.EXITED, exitCode, "");

        assertThat(verdict.ending()).isEqualTo(ending);
        assertThat(verdict.retryable()).isEqualTo(retryable);
        assertThat(verdict.reason()).isNotBlank().hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"http-401", "http-404", "http-429", "http-500", "http-529", "nokey", "connection-refused", "cut0"})
    void anErrorOfTheProviderIsNeverFinishedWhateverTheExitCode(String name) throws IOException {
        for (Integer exitCode : new Integer[] {0, 1, null}) {
            assertThat(verdict(read(lines(name)), End.EXITED, exitCode, "").ending())
                    .isNotEqualTo(Ending.FINISHED);
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aTranscriptCutAtAnyLineOrByteHasATypedResult(String name) throws IOException {
        List<String> lines = lines(name);
        for (int count = 0; count <= lines.size(); count++) {
            List<String> start = lines.subList(0, count);
            for (End end : End.values()) {
                Integer exitCode = end == End.EXITED ? 1 : null;
                AgentVerdict verdict = verdict(read(start), end, exitCode, "");
                assertThat(verdict.ending()).isNotNull();
                if (count < lines.size()) {
                    assertThat(verdict.ending()).isNotEqualTo(Ending.FINISHED);
                }
            }
        }
        String last = lines.getLast();
        for (int cut = 0; cut < last.length(); cut += 7) {
            AgentVerdict verdict = verdict(read(List.of(last.substring(0, cut))), End.EXITED, 0, "");
            assertThat(verdict.ending()).isEqualTo(Ending.CRASHED);
        }
    }

    static Stream<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".out"))
                    .map(name -> name.substring(0, name.length() - ".out".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void eventsThatWereJoinedOrCutOffBySomethingElseAreStillRead() throws IOException {
        List<String> lines = lines("stream");
        String joined = String.join("", lines);
        String cut = lines.get(1).substring(0, 200) + lines.getLast();
        List<String> noise = Stream.concat(
                        Stream.of("", "null", "[]", "{", "{}", "{\"type\":7}", "warning: x", "\0\uFFFD", "{\"a\":"),
                        lines.stream())
                .toList();

        for (List<String> variant : List.of(List.of(joined), List.of(cut), noise)) {
            ClaudeCodeOutput output = read(variant);
            assertThat(output.finalText()).isEqualTo("DONE: calculator.py created.");
            assertThat(output.usage().inputTokens()).isEqualTo(2400);
            assertThat(verdict(output, End.EXITED, 0, "").ending()).isEqualTo(Ending.FINISHED);
        }
    }

    @Test
    void theResultCarriesCostTurnsSessionAndModel() throws IOException {
        ClaudeCodeOutput output = read(lines("stream"));

        assertThat(output.usage()).isEqualTo(new Usage(2400, 90, 400, 200, new BigDecimal("0.009420000000000001"), 2));
        assertThat(output.sessionId()).isEqualTo("41946b5a-9448-4a76-bf1d-1ac948e9dce7");
        assertThat(output.model()).isEqualTo("claude-sonnet-4-5");
    }

    @Test
    void aKilledRunKeepsItsSpendingAndCountsAMessageOnce() throws IOException {
        List<String> lines = lines("partial");

        Usage streamed = read(lines.subList(0, lines.size() - 1)).usage();

        assertThat(streamed).isEqualTo(new Usage(2400, 90, 400, 200, null, 2));
        assertThat(read(lines).usage())
                .isEqualTo(new Usage(2400, 90, 400, 200, new BigDecimal("0.012479999999999998"), 2));
        assertThat(read(lines("terminated")).usage()).isEqualTo(new Usage(1200, 45, 200, 100, null, 1));
    }

    @Test
    void theCallThatWentOverTheBudgetIsCounted() throws IOException {
        assertThat(read(lines("budget")).usage())
                .isEqualTo(new Usage(3600, 135, 600, 300, new BigDecimal("0.014130000000000002"), 3));
    }

    @Test
    void theTurnThatWasNotBegunIsNotCounted() throws IOException {
        assertThat(read(lines("maxturns")).usage().turns()).isEqualTo(2);
    }

    @Test
    void aUsageLimitReportsWhenItOpensAgain() throws IOException {
        AgentVerdict verdict = verdict(read(lines("rate-limit-event")), End.EXITED, 1, "");

        assertThat(verdict.resetsAt()).isEqualTo(Instant.ofEpochSecond(1795261262));
        assertThat(verdict.reason()).contains("5-hour limit");
        assertThat(verdict(read(lines("http-429")), End.EXITED, 1, "").resetsAt())
                .isNull();
    }

    @Test
    void aDenialThatTheAgentWorkedAroundDoesNotMatter() throws IOException {
        String use = "{\"type\":\"user\",\"session_id\":\"s\",\"message\":{\"content\":[{\"type\":\"tool_result\","
                + "\"tool_use_id\":\"%s\",\"is_error\":%s}]}}";
        String denied = use.formatted("toolu_4241a4d9b4383f69d2", true);
        String worked = use.formatted("toolu_other", false);
        String result = lines("denied").getLast();

        assertThat(verdict(read(List.of(denied, worked, result)), End.EXITED, 0, "")
                        .ending())
                .isEqualTo(Ending.FINISHED);
        assertThat(verdict(read(List.of(worked, denied, result)), End.EXITED, 0, "")
                        .ending())
                .isEqualTo(Ending.REFUSED);
    }

    @Test
    void anOutsideEndIsTheEndingUnlessTheRunHadFinished() throws IOException {
        List<String> partial = lines("stream").subList(0, 3);

        assertThat(verdict(read(partial), End.TIMED_OUT, null, "").ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(verdict(read(partial), End.IDLE, null, "").ending()).isEqualTo(Ending.IDLE);
        assertThat(verdict(read(partial), End.CANCELLED, null, "").ending()).isEqualTo(Ending.CANCELLED);
        assertThat(verdict(read(lines("stream")), End.EXITED, null, "").ending())
                .isEqualTo(Ending.FINISHED);
        assertThat(verdict(read(lines("http-500")), End.CANCELLED, null, "").ending())
                .isEqualTo(Ending.CANCELLED);
    }

    @Test
    void withoutAResultStandardErrorSaysWhy() throws IOException {
        AgentVerdict flag = verdict(read(List.of()), End.EXITED, 1, error("badflag"));
        AgentVerdict reuse = verdict(read(List.of()), End.EXITED, 1, error("reuse"));

        assertThat(flag.ending()).isEqualTo(Ending.INVALID);
        assertThat(reuse.ending()).isEqualTo(Ending.CRASHED);
        assertThat(reuse.reason())
                .startsWith("ended with exit code 1: Error: Session ID")
                .endsWith("already in use.");
        assertThat(verdict(read(List.of()), End.EXITED, 0, "").ending()).isEqualTo(Ending.CRASHED);
    }

    @Test
    void aListenerHearsOfToolsMessagesAndRetriesButNotOfEveryToken() throws IOException {
        RecordedListener listener = new RecordedListener();
        ClaudeCodeOutput output = new ClaudeCodeOutput(null, Usage.NONE, listener);
        List<String> kept = lines("partial").stream().filter(output::line).toList();
        lines("retried-529").forEach(output::line);

        assertThat(listener.lines())
                .containsExactly(
                        "file_edit: Write /srv/ws/calculator.py",
                        "file_edit: Write /srv/ws/calculator.py SUCCEEDED",
                        "message: DONE: calculator.py created.",
                        "retry: retries the model request after error 529 (overloaded)");
        assertThat(kept).noneMatch(line -> line.contains("stream_event")).hasSize(7);
    }

    @Test
    void aLimitOfTokensEndsItAtTheTurnAfterTheOneThatReachedIt() throws IOException {
        ClaudeCodeOutput output = new ClaudeCodeOutput(1L, Usage.NONE, AgentListener.NONE);
        List<String> lines = lines("stream");
        int said = 0;
        while (said < lines.size() && !output.mustStop()) {
            output.line(lines.get(said++));
        }

        assertThat(output.usage().turns()).isEqualTo(2);
        assertThat(said).isLessThan(lines.size());
        assertThat(verdict(output, End.CANCELLED, null, "").ending()).isEqualTo(Ending.BUDGET);
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(TRANSCRIPTS.resolve(name + ".out"));
    }

    private static String error(String name) throws IOException {
        return Files.readString(TRANSCRIPTS.resolve(name + ".err"));
    }

    private static ClaudeCodeOutput read(List<String> lines) {
        ClaudeCodeOutput output = new ClaudeCodeOutput(null, Usage.NONE, AgentListener.NONE);
        lines.forEach(output::line);
        return output;
    }

    private AgentVerdict verdict(ClaudeCodeOutput output, End end, @Nullable Integer exitCode, String stderr)
            throws IOException {
        AgentRun run = new AgentRuns(directory).claude(null, null, Duration.ofMinutes(5));
        return output.verdict(new RunEnd(run, new ProcessResult(end, exitCode, Duration.ZERO), stderr));
    }
}
