package dev.pawl.acceptance.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.catalog.AgentCatalog;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.agent.program.ProgramFacts;
import dev.pawl.api.client.AgentRules;
import dev.pawl.cli.doctor.TestedVersions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.preflight.KnownAgent;
import dev.pawl.cli.terminal.Terminal;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.request.AgentSpec;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line may not use the worker's code, yet both must agree on the programs. */
class KnownAgentsTest {
    static Stream<AgentProgram> descriptions() {
        return AgentCatalog.programs().stream();
    }

    static Stream<ProgramFacts> programs() {
        return descriptions().map(AgentProgram::facts);
    }

    @Test
    void theCommandLineKnowsTheAgentsOfTheWorkerInTheirOrder() {
        assertThat(KnownAgent.ALL.stream().map(KnownAgent::name))
                .containsExactlyElementsOf(programs().map(ProgramFacts::name).toList());
    }

    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("descriptions")
    void bothReportTheSameForAUserWhoNeverSignedIn(AgentProgram program) {
        Context context = new Context(Map.of("HOME", home.toString()), home, Terminal.ofProcess(Map.of()));
        KnownAgent known = KnownAgent.named(program.facts().name()).orElseThrow();
        assertThat(known.signIn(context).name())
                .isEqualTo(program.signIn(AgentSettings.of(Map.of(), home)).name());
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void noSettingCanGiveAFlagThatTheAdapterGives(AgentProgram program) throws Exception {
        Set<String> harmless = Set.of("--no-auto-update", "--disable-client-telemetry");
        AgentSpec spec = AgentSpec.of(program.facts().name()).withModel("a-model");
        Path fake = Files.writeString(
                home.resolve(program.facts().executable()), "#!/bin/sh\nprintf '%s\\n' \"$@\" > args\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        AgentSettings settings = AgentSettings.of(Map.of("PATH", home + ":/usr/bin:/bin"), home);
        AgentRun run = AgentRun.builder(
                        UUID.randomUUID(),
                        "t",
                        spec,
                        home,
                        home.resolve("run"),
                        Files.writeString(home.resolve("prompt"), "Do it."))
                .turns(9)
                .time(Duration.ofMinutes(1))
                .idle(Duration.ofMinutes(1))
                .budgetUsd(BigDecimal.ONE)
                .build();
        new ProgramAgent(program, new ProcessSupervisor(Isolation.probe()), settings).run(run, AgentListener.NONE);

        assertThat(Files.readAllLines(home.resolve("args")))
                .filteredOn(word -> word.startsWith("-") && !harmless.contains(word))
                .isNotEmpty()
                .allSatisfy(flag -> assertThat(
                                AgentRules.againstArgs(program.facts().name(), List.of(flag)))
                        .as(flag)
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void bothNameOneProgramAndTheVersionItWasTestedWith(ProgramFacts facts) {
        assertThat(KnownAgent.named(facts.name()).orElseThrow().program()).isEqualTo(facts.executable());
        assertThat(TestedVersions.of(facts.name())).isEqualTo(facts.version());
    }
}
