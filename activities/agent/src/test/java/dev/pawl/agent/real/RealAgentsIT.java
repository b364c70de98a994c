package dev.pawl.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.RecordedListener;
import dev.pawl.agent.ToolCall;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.modelserver.ScriptedModelServer;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each real agent program with a scripted model server; Claude Code has its own tests. */
class RealAgentsIT {
    private static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe());
    private static final Duration PATIENT = Duration.ofSeconds(150);

    @TempDir
    Path directory;

    private final RecordedListener listener = new RecordedListener();

    static Stream<ScriptedProvider> providers() {
        return ScriptedProvider.installed().stream();
    }

    static Stream<Arguments> errors() {
        Stream<Arguments> refused =
                providers().map(provider -> arguments(provider, 401, Ending.UNAUTHENTICATED, false));
        Stream<Arguments> busy = providers()
                .filter(ScriptedProvider::givesUpSoon)
                .flatMap(provider -> Stream.of(
                        arguments(provider, 429, Ending.RATE_LIMITED, true),
                        arguments(provider, 500, Ending.PROVIDER_ERROR, true)));
        return Stream.concat(refused, busy);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("providers")
    void itWorksInTheWorkspaceWithItsOwnToolAndReportsItsSpending(ScriptedProvider provider) throws Exception {
        AgentRun run = run(provider);
        Path file = run.workspace().resolve("calculator.py");
        Script script = new Script.WriteFile(file.toString(), "def add(a, b): ...\n", "DONE");

        try (ScriptedModelServer server = new ScriptedModelServer(script)) {
            AgentResult result = agent(provider, server.address()).run(run, listener);

            assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.FINISHED);
            assertThat(server.requests().toString()).contains("Create calculator.py");
            assertThat(result.finalText()).isEqualTo("DONE");
            assertThat(result.agentSessionId()).isNotBlank();
            assertThat(result.exitCode()).isZero();
            assertThat(result.toolCalls()).extracting(ToolCall::outcome).contains(ToolCall.Outcome.SUCCEEDED);
            System.out.println(provider.agent() + " spent " + result.usage());
        }
        assertThat(file).hasContent("def add(a, b): ...\n");
        assertThat(SUPERVISOR.sweep(run.tag())).isZero();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("providers")
    void aSessionThatContinuesRemembersAndCountsOnlyWhatItSpent(ScriptedProvider provider) throws Exception {
        AgentRuns runs = new AgentRuns(directory);
        AgentRun first = runs.after(run(provider));
        AgentRun second = runs.after(first, first.sessionId());

        try (ScriptedModelServer server = new ScriptedModelServer(new Script.Say("The word is quince."))) {
            AgentResult before = agent(provider, server.address()).run(first, listener);
            int asked = server.requests().size();
            AgentResult after = agent(provider, server.address()).run(second, listener);

            assertThat(after.ending()).as(after.reason()).isEqualTo(Ending.FINISHED);
            assertThat(after.agentSessionId()).isEqualTo(before.agentSessionId());
            assertThat(server.requests().stream().skip(asked))
                    .anyMatch(request -> request.toString().contains("quince"));
            assertThat(after.usage().totalTokens()).isEqualTo(before.usage().totalTokens());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("errors")
    void anErrorOfTheProviderIsNeverFinished(ScriptedProvider provider, int status, Ending ending, boolean retryable)
            throws Exception {
        try (ScriptedModelServer server = new ScriptedModelServer(ScriptedProvider.refusal(status))) {
            AgentResult result = agent(provider, server.address()).run(run(provider), listener);

            assertThat(result.ending()).as(result.reason()).isEqualTo(ending);
            assertThat(result.retryable()).isEqualTo(retryable);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("providers")
    void theProbeReportsTheVersionItWasTestedWith(ScriptedProvider provider) throws Exception {
        AgentAvailability found =
                agent(provider, URI.create("http://127.0.0.1:1")).probe();

        assertThat(found.installed()).isTrue();
        assertThat(found.version()).isEqualTo(provider.program().facts().version());
        assertThat(found.signIn()).isNotEqualTo(AgentAvailability.SignIn.SIGNED_OUT);
    }

    private AgentRun run(ScriptedProvider provider) throws IOException {
        return AgentRuns.limited(
                new AgentRuns(directory).program(provider.agent(), provider.model(), null, null, PATIENT), PATIENT);
    }

    private ProgramAgent agent(ScriptedProvider provider, URI server) throws IOException {
        ScriptedProvider.Host host = provider.host(server, directory);
        Map<String, String> environment = new HashMap<>(host.environment());
        environment.put("PATH", System.getenv("PATH"));
        environment.put(
                "XDG_CACHE_HOME",
                AgentSettings.ofHost()
                        .installedAgents()
                        .resolve("../../../..")
                        .normalize()
                        .toString());
        AgentSettings settings = new AgentSettings(
                environment,
                Files.createDirectories(directory.resolve("home")),
                EnvironmentAllowList.TOOLS,
                AgentSettings.TRANSCRIPT_BYTES,
                Duration.ofSeconds(5),
                Map.of(provider.agent(), host.settings()),
                PriceTable.NONE);
        return new ProgramAgent(provider.program(), SUPERVISOR, settings);
    }
}
