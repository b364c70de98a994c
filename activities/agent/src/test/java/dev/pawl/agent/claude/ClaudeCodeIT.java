package dev.pawl.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.ClaudeCodeInstalled;
import dev.pawl.agent.RecordedListener;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.modelserver.ScriptedModelServer;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real Claude Code with a scripted model server. */
@ExtendWith(ClaudeCodeInstalled.class)
class ClaudeCodeIT {
    private static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe());
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Map<String, String> KEY = Map.of("ANTHROPIC_API_KEY", "sk-ant-scripted");

    @TempDir
    Path directory;

    private final RecordedListener listener = new RecordedListener();
    private AgentRuns runs = new AgentRuns(Path.of("unset"));

    @BeforeEach
    void inItsOwnDirectory() {
        runs = new AgentRuns(directory);
    }

    @Test
    void itWorksInTheWorkspaceWithTheGivenSessionAndReportsItsSpending() throws Exception {
        AgentRun run = runs.claude(10, "5.00", PATIENT);
        Path file = run.workspace().resolve("calculator.py");

        try (ScriptedModelServer server =
                new ScriptedModelServer(new Script.WriteFile(file.toString(), "def add(a, b): ...\n", "DONE"))) {
            AgentResult result = agent(server.address(), KEY).run(run, listener);

            assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.FINISHED);
            assertThat(server.requests().getFirst().toString()).contains("Create calculator.py");
            assertThat(result.finalText()).isEqualTo("DONE");
            assertThat(result.agentSessionId()).isEqualTo(run.sessionId().toString());
            assertThat(result.model()).isEqualTo("claude-sonnet-4-5");
            assertThat(result.exitCode()).isZero();
            assertThat(result.usage())
                    .isEqualTo(new Usage(2000, 100, 600, 400, result.usage().costUsd(), 2));
            assertThat(result.usage().costUsd()).isPositive();
        }
        assertThat(file).hasContent("def add(a, b): ...\n");
        assertThat(listener.lines()).contains("file_edit: Write " + file, "message: DONE");
        assertThat(listener.usages).hasSizeGreaterThan(2);
        assertThat(listener.processes).hasSize(1);
    }

    @Test
    void aSessionThatContinuesRemembersAndCountsOnlyWhatItSpent() throws Exception {
        AgentRun first = runs.after(runs.claude(null, "5.00", PATIENT));
        AgentRun second = runs.after(first, first.sessionId());

        try (ScriptedModelServer server = new ScriptedModelServer(new Script.Say("The word is quince."))) {
            AgentResult before = agent(server.address(), KEY).run(first, listener);
            AgentResult after = agent(server.address(), KEY).run(second, listener);

            assertThat(after.ending()).as(after.reason()).isEqualTo(Ending.FINISHED);
            assertThat(after.agentSessionId()).isEqualTo(before.agentSessionId());
            assertThat(server.requests().getLast().toString()).contains("quince");
            assertThat(after.usage()).isEqualTo(before.usage());
        }
    }

    @Test
    void itsConfigurationIsItsOwnAndBorrowedCredentialsAreGoneAfterwards() throws Exception {
        AgentRun run = runs.claude(null, null, PATIENT);
        Path home = Files.createDirectories(directory.resolve("home/.claude"));
        Path own = Files.writeString(
                home.resolve(".credentials.json"),
                "{\"claudeAiOauth\":{\"accessToken\":\"sk-ant-oat01-scripted\",\"refreshToken\":\"none\","
                        + "\"expiresAt\":4102444800000,\"scopes\":[\"user:inference\"],\"subscriptionType\":\"max\"}}");

        try (ScriptedModelServer server = new ScriptedModelServer(new Script.Say("hello"))) {
            AgentResult result = agent(server.address(), Map.of()).run(run, listener);

            assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.FINISHED);
        }
        assertThat(home).isDirectoryNotContaining(file -> !file.equals(own));
        assertThat(run.runDirectory().resolve("claude")).isNotEmptyDirectory();
        assertThat(run.runDirectory().resolve("claude/.credentials.json")).doesNotExist();
    }

    @Test
    void theTurnLimitEndsIt() throws Exception {
        AgentResult result = run(new Script.Loop("echo tick"), runs.claude(2, null, PATIENT));

        assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.TURN_LIMIT);
        assertThat(result.usage().turns()).isEqualTo(2);
        assertThat(result.usage().inputTokens()).isEqualTo(2000);
    }

    @Test
    void theBudgetEndsIt() throws Exception {
        AgentResult result = run(new Script.Loop("echo tick"), runs.claude(50, "0.01", PATIENT));

        assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.BUDGET);
        assertThat(result.usage().costUsd()).isGreaterThanOrEqualTo(new BigDecimal("0.01"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED, false",
        "404, INVALID,         false",
        "429, RATE_LIMITED,    true",
        "500, PROVIDER_ERROR,  true",
        "529, PROVIDER_ERROR,  true",
    })
    void anErrorOfTheProviderIsNeverFinished(int status, Ending ending, boolean retryable) throws Exception {
        AgentResult result = run(Script.Fail.of(status), runs.claude(null, null, PATIENT));

        assertThat(result.ending()).as(result.reason()).isEqualTo(ending);
        assertThat(result.retryable()).isEqualTo(retryable);
    }

    @Test
    void aUsageLimitReportsWhenItOpensAgain() throws Exception {
        Instant resets = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String seconds = Long.toString(resets.getEpochSecond());
        Script.Fail limit = new Script.Fail(
                429,
                "rate_limit_error",
                "limit reached",
                Map.of(
                        "anthropic-ratelimit-unified-status", "rejected",
                        "anthropic-ratelimit-unified-reset", seconds,
                        "anthropic-ratelimit-unified-representative-claim", "five_hour"));

        try (ScriptedModelServer server = new ScriptedModelServer(limit)) {
            AgentResult result = agent(server.address(), Map.of("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat01-scripted"))
                    .run(runs.claude(null, null, PATIENT), listener);

            assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.RATE_LIMITED);
            assertThat(result.resetsAt()).isEqualTo(resets);
        }
    }

    @Test
    void withoutAKeyItIsUnauthenticated() throws Exception {
        try (ScriptedModelServer server = new ScriptedModelServer(new Script.Say("unreachable"))) {
            AgentResult result = agent(server.address(), Map.of()).run(runs.claude(null, null, PATIENT), listener);

            assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.UNAUTHENTICATED);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aRefusedConnectionIsAnErrorOfTheProvider() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        AgentResult result =
                agent(URI.create("http://127.0.0.1:" + closed), KEY).run(runs.claude(null, null, PATIENT), listener);

        assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.PROVIDER_ERROR);
        assertThat(result.retryable()).isTrue();
    }

    @Test
    void aModelThatNeverAnswersIsEndedByTheIdleLimit() throws Exception {
        AgentRun run = runs.claude(null, null, Duration.ofSeconds(5));

        AgentResult result = run(new Script.Hang(), run);

        assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.IDLE);
        assertThat(result.exitCode()).isNull();
        assertThat(SUPERVISOR.sweep(run.tag())).isZero();
    }

    @Test
    void cancellingInATurnEndsTheWholeTreeAndKeepsTheSpending() throws Exception {
        AgentRun run = runs.claude(null, null, PATIENT);
        Path up = run.workspace().resolve("up");
        RecordedListener cancels = new RecordedListener(heard -> Files.exists(up));
        Script.RunCommand command = new Script.RunCommand(
                "(setsid sleep 3600 &) ; sleep 3600 & touch " + up + "; sleep 3600", "never said");

        try (ScriptedModelServer server = new ScriptedModelServer(command)) {
            AgentResult result = agent(server.address(), KEY).run(run, cancels);

            assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.CANCELLED);
            assertThat(result.usage().inputTokens()).isEqualTo(1000);
            assertThat(result.usage().outputTokens()).isEqualTo(50);
            assertThat(result.usage().costUsd()).isNull();
        }
        assertThat(SUPERVISOR.sweep(run.tag())).isZero();
    }

    @Test
    void aPromptOfTenMegabytesHasATypedResult() throws Exception {
        AgentRun run = runs.claude(null, null, PATIENT);
        Files.writeString(run.prompt(), "words ".repeat(10 << 20).substring(0, 10 << 20));

        AgentResult result = run(new Script.Say("read it"), run);

        assertThat(result.ending()).as(result.reason()).isIn(Ending.FINISHED, Ending.INVALID, Ending.CRASHED);
        assertThat(result.reason()).isNotBlank();
    }

    @Test
    void theProbeReportsVersionAndSignIn() throws Exception {
        AgentAvailability with = agent(URI.create("http://127.0.0.1:1"), KEY).probe();
        AgentAvailability without =
                agent(URI.create("http://127.0.0.1:1"), Map.of()).probe();

        assertThat(with.installed()).isTrue();
        assertThat(with.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(List.of(with.signIn(), without.signIn()))
                .containsExactly(AgentAvailability.SignIn.SIGNED_IN, AgentAvailability.SignIn.SIGNED_OUT);
        assertThat(without.advice()).contains("ANTHROPIC_API_KEY");
    }

    private AgentResult run(Script script, AgentRun run) throws IOException, InterruptedException {
        try (ScriptedModelServer server = new ScriptedModelServer(script)) {
            return agent(server.address(), KEY).run(run, listener);
        }
    }

    private ProgramAgent agent(URI model, Map<String, String> keys) throws IOException {
        AgentSettings host = AgentSettings.ofHost();
        Map<String, String> environment = new HashMap<>(keys);
        environment.put("PATH", System.getenv("PATH"));
        environment.put(
                "XDG_CACHE_HOME",
                host.installedAgents().resolve("../../../..").normalize().toString());
        environment.put("ANTHROPIC_BASE_URL", model.toString());
        Path home = Files.createDirectories(directory.resolve("home"));
        return new ProgramAgent(new ClaudeCode(), SUPERVISOR, AgentSettings.of(environment, home));
    }
}
