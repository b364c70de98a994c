package dev.pawl.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.RecordedListener;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.AgentSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandAgentTest {
    private static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe(), "worker-1");
    private static final String KEY = "sk-ant-api03-" + "x".repeat(80);

    @TempDir
    Path directory;

    private final RecordedListener listener = new RecordedListener();
    private AgentRuns runs = new AgentRuns(Path.of("unset"));

    @BeforeEach
    void inItsOwnDirectory() {
        runs = new AgentRuns(directory);
    }

    @Test
    void thePromptIsOnStandardInputAndPlainOutputIsTheReply() throws Exception {
        AgentResult result = run(runs.command("cat"));

        assertThat(result.ending()).isEqualTo(Ending.FINISHED);
        assertThat(result.finalText()).isEqualTo("Create calculator.py");
        assertThat(result.exitCode()).isZero();
        assertThat(result.usage()).isEqualTo(Usage.NONE);
        assertThat(Files.readString(result.transcript())).isEqualTo("Create calculator.py\n");
        assertThat(listener.processes).hasSize(1);
        assertThat(listener.lines()).containsExactly("message: Create calculator.py");
    }

    @Test
    void itWorksInTheWorkspaceUnderTheSessionOfTheAttemptWithAHomeOfItsOwn() throws Exception {
        AgentRun run = runs.shell("pwd; echo $HOME; env | grep ^PAWL | sort; touch $TMPDIR/x");
        Path spool = Path.of(System.getProperty("java.io.tmpdir"), "pawl-" + System.getProperty("user.name"), "spool");

        assertThat(run(run).finalText().lines())
                .containsExactly(
                        run.workspace().toRealPath().toString(),
                        run.runDirectory().resolve("home").toString(),
                        "PAWL_ATTEMPT=1",
                        "PAWL_EVENTS_SPOOL=" + spool,
                        "PAWL_ITERATION=2",
                        "PAWL_MODEL=some-model",
                        "PAWL_PROMPT_FILE=" + run.prompt(),
                        "PAWL_RUN=" + run.taskId() + "/" + run.sessionId(),
                        "PAWL_SESSION=" + run.sessionId(),
                        "PAWL_TASK=" + run.taskId(),
                        "PAWL_TIME_SECONDS=90",
                        "PAWL_TURNS=7",
                        "PAWL_WORKER=worker-1");
        assertThat(run.runDirectory().resolve("tmp/x")).exists();
    }

    @Test
    void secretValuesOfCopiedFilesAreInNothingThatIsKept() throws Exception {
        AgentRun run = AgentRuns.keeping(
                runs.shell("echo token s3cret-4711; echo s3cret-4711 >&2; exit 1"), List.of(Secret.of("s3cret-4711")));

        AgentResult result = run(run);

        assertThat(Files.readString(result.transcript()))
                .contains("token [redacted]")
                .doesNotContain("4711");
        assertThat(result.toString() + listener.lines()).doesNotContain("4711");
    }

    @Test
    void programsThatItStartsRunAsInContinuousIntegration() throws Exception {
        assertThat(run(runs.shell("echo CI is $CI")).finalText()).isEqualTo("CI is true");
    }

    @Test
    void itGetsOnlyTheWorkersVariablesThatItsSettingsName() throws Exception {
        AgentSettings settings =
                AgentSettings.of(Map.of("PATH", "/usr/bin:/bin", "OURS", "for us", "THEIRS", "not"), directory);
        AgentRun run = runs.set(AgentSpec.command(List.of("sh", "-c", "echo \"$OURS|$THEIRS|\""))
                .withEnv(List.of("OURS"))
                .aliased("ours"));

        assertThat(new CommandAgent(SUPERVISOR, settings).run(run, listener).finalText())
                .isEqualTo("for us||");
    }

    @Test
    void eventsGiveUsageSessionModelAndReply() throws Exception {
        Path events = Files.writeString(directory.resolve("events"), """
                {"type":"session","id":"abc","model":"m1"}
                {"type":"message","text":"working"}
                {"type":"usage","input_tokens":10,"output_tokens":2,"turns":1}
                not an event
                {"type":"usage","input_tokens":30,"output_tokens":5,"cache_read_tokens":7,"cost_usd":0.25,"turns":2}
                {"type":"result","status":"finished","text":"all done"}
                """);

        AgentResult result = run(runs.command("cat", events.toString()));

        assertThat(result.ending()).isEqualTo(Ending.FINISHED);
        assertThat(result.finalText()).isEqualTo("all done");
        assertThat(result.usage()).isEqualTo(new Usage(30, 5, 7, 0, new BigDecimal("0.25"), 2));
        assertThat(result.agentSessionId()).isEqualTo("abc");
        assertThat(result.model()).isEqualTo("m1");
        assertThat(listener.usages).hasSize(2);
        assertThat(listener.lines()).containsExactly("message: working", "message: not an event", "message: all done");
    }

    @Test
    void actionsAreReportedAndAnIdBringsTheOutcomeLater() throws Exception {
        Path events = Files.writeString(directory.resolve("events"), """
                {"type":"action","id":"a","kind":"command","tool":"bash","text":"mvn test"}
                {"type":"action","kind":"file_edit","text":"pom.xml","outcome":"ok"}
                {"type":"action","id":"a","kind":"command","outcome":"failed"}
                {"type":"action","kind":"dancing","text":"a waltz","outcome":"denied"}
                {"type":"question","text":"which port?"}
                PAWL-QUESTION: which host?
                """);

        AgentResult result = run(runs.command("cat", events.toString()));

        assertThat(listener.lines())
                .containsExactly(
                        "command: bash mvn test",
                        "file_edit: pom.xml",
                        "file_edit: pom.xml SUCCEEDED",
                        "command: bash mvn test FAILED",
                        "tool: dancing a waltz",
                        "tool: dancing a waltz DENIED",
                        "question: which port?",
                        "question: which host?");
        assertThat(result.toolCalls()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"type\":\"result\",\"status\":\"turn_limit\"}',                    0, TURN_LIMIT",
        "'{\"type\":\"result\",\"status\":\"unauthenticated\"}',               1, UNAUTHENTICATED",
        "'{\"type\":\"result\",\"status\":\"finished\"}',                      3, CRASHED",
        "'{\"type\":\"result\",\"status\":\"well\"}',                          0, INVALID",
        "'{\"type\":\"result\",\"status\":\"cancelled\"}',                     0, INVALID",
        "'{\"type\":\"result\",\"status\":\"budget\",\"reason\":\"spent\"}',   1, BUDGET",
        "'did it',                                                             0, FINISHED",
        "'did it',                                                             1, CRASHED",
        "'',                                                                   0, FINISHED",
    })
    void theEndingIsTheReportedOneUnlessTheExitCodeIsWorse(String output, int exitCode, Ending ending)
            throws Exception {
        AgentResult result = run(runs.command("sh", "-c", "echo \"$1\"; exit $2", "sh", output, "" + exitCode));

        assertThat(result.ending()).isEqualTo(ending);
    }

    @Test
    void aRateLimitCarriesItsResetTime() throws Exception {
        Instant reset = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        AgentResult result = run(runs.command(
                "echo", "{\"type\":\"result\",\"status\":\"rate_limited\",\"resets_at\":\"" + reset + "\"}"));

        assertThat(result.ending()).isEqualTo(Ending.RATE_LIMITED);
        assertThat(result.resetsAt()).isEqualTo(reset);
        assertThat(result.retryable()).isTrue();
    }

    @Test
    void aQuestionIsHeardInEitherForm() throws Exception {
        assertThat(run(runs.shell("echo hm; echo 'PAWL-QUESTION: tabs or spaces?'"))
                        .question())
                .isEqualTo("tabs or spaces?");
        assertThat(run(runs.command("echo", "{\"type\":\"question\",\"text\":\"which one?\"}"))
                        .question())
                .isEqualTo("which one?");
        assertThat(run(runs.command("echo", "no PAWL-QUESTION: here")).question())
                .isNull();
    }

    @Test
    void aMissingProgramIsNamed() throws Exception {
        AgentResult result = run(runs.command("no-such-agent"));

        assertThat(result.ending()).isEqualTo(Ending.NOT_INSTALLED);
        assertThat(result.reason()).contains("no-such-agent");
        assertThat(result.transcript()).isEmptyFile();
    }

    @Test
    void aCrashIsExplainedByTheLastLineOfStandardError() throws Exception {
        AgentResult result = run(runs.shell("echo 'ValueError: boom' >&2; exit 2"));

        assertThat(result.reason()).isEqualTo("ended with exit code 2: ValueError: boom");
    }

    @Test
    void secretsAreStoredNowhere() throws Exception {
        AgentResult result = run(runs.shell("echo key $SOME_API_KEY; echo fatal $SOME_API_KEY >&2; exit 1"));

        assertThat(result.finalText() + result.reason() + Files.readString(result.transcript()) + listener.lines())
                .contains("key ", "fatal ")
                .doesNotContain(KEY);
    }

    @Test
    void theTranscriptIsBoundedAndTheRestIsCounted() throws Exception {
        AgentSettings small = new AgentSettings(
                Map.of("PATH", System.getenv("PATH")),
                directory,
                EnvironmentAllowList.TOOLS,
                1000,
                Duration.ofSeconds(1),
                Map.of(),
                PriceTable.NONE);

        AgentResult result = new CommandAgent(SUPERVISOR, small).run(runs.shell("yes word | head -1000"), listener);

        assertThat(Files.readString(result.transcript()))
                .hasSizeLessThan(1200)
                .endsWith("[pawl: kept the first 1000 bytes, dropped 4000 more]\n");
    }

    @Test
    void aHundredMegabytesOfAnEndlessLineWithNulBytesAreSurvived() throws Exception {
        AgentResult result = run(runs.shell("head -c 104857600 /dev/zero; echo; echo last"));

        assertThat(result.ending()).isEqualTo(Ending.FINISHED);
        assertThat(result.finalText()).endsWith("last");
        assertThat(Files.size(result.transcript())).isLessThan(AgentSettings.TRANSCRIPT_BYTES);
    }

    @Test
    void bytesThatAreNoTextAreSurvived() throws Exception {
        AgentResult result = run(runs.shell("head -c 300000 /dev/urandom; echo; echo last"));

        assertThat(result.ending()).isEqualTo(Ending.FINISHED);
        assertThat(result.finalText()).endsWith("last");
    }

    private AgentResult run(AgentRun run) throws IOException, InterruptedException {
        Map<String, String> own = Map.of("PATH", System.getenv("PATH"), "SOME_API_KEY", KEY);
        AgentSettings settings = AgentSettings.of(own, directory);
        AgentSettings withKey = new AgentSettings(
                own,
                directory,
                settings.allowed().plus(List.of("SOME_API_KEY")),
                settings.transcriptBytes(),
                Duration.ofSeconds(2),
                Map.of(),
                PriceTable.builtIn());
        return new CommandAgent(SUPERVISOR, withKey).run(run, listener);
    }
}
