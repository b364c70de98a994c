package dev.pawl.acceptance.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.activities.agent.AgentSettings;
import dev.pawl.activities.agent.catalog.AgentCatalog;
import dev.pawl.activities.agent.program.AgentProgram;
import dev.pawl.activities.agent.program.ProgramFacts;
import dev.pawl.cli.Context;
import dev.pawl.cli.doctor.TestedVersions;
import dev.pawl.cli.preflight.KnownAgent;
import dev.pawl.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line may not use the worker's code, and yet both speak of the same programs. */
class KnownAgentsTest {
    static Stream<AgentProgram> descriptions() {
        return AgentCatalog.programs().stream();
    }

    static Stream<ProgramFacts> programs() {
        return descriptions().map(AgentProgram::facts);
    }

    @Test
    void the_command_line_knows_the_agents_of_the_worker_in_their_order() {
        assertThat(KnownAgent.ALL.stream().map(KnownAgent::name))
                .containsExactlyElementsOf(programs().map(ProgramFacts::name).toList());
    }

    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("descriptions")
    void both_say_the_same_of_a_user_who_never_signed_in(AgentProgram program) {
        Context context = new Context(Map.of("HOME", home.toString()), home, Terminal.ofProcess(Map.of()));
        KnownAgent known = KnownAgent.named(program.facts().name()).orElseThrow();
        assertThat(known.signIn(context).name())
                .isEqualTo(program.signIn(AgentSettings.of(Map.of(), home)).name());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void both_name_one_program_and_the_version_it_was_tested_with(ProgramFacts facts) {
        assertThat(KnownAgent.named(facts.name()).orElseThrow().program()).isEqualTo(facts.executable());
        assertThat(TestedVersions.of(facts.name())).isEqualTo(facts.version());
    }
}
