package dev.pawl.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.preflight.KnownAgent.SignIn;
import dev.pawl.cli.taskfile.Keys;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownAgentTest {
    @TempDir
    Path home;

    static Iterable<KnownAgent> agents() {
        return KnownAgent.ALL;
    }

    @ParameterizedTest
    @MethodSource("agents")
    void anAgentIsSignedInByAKeyOrByAFile(KnownAgent agent) throws Exception {
        assertThat(agent.signIn(context(Map.of()))).isNotEqualTo(SignIn.SIGNED_IN);
        assertThat(agent.signIn(context(Map.of(agent.keys().getFirst(), "k")))).isEqualTo(SignIn.SIGNED_IN);
        for (String file : agent.files()) {
            Path path = home.resolve(file);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
            assertThat(agent.signIn(context(Map.of()))).isEqualTo(SignIn.SIGNED_IN);
            Files.delete(path);
        }
    }

    @Test
    void anAgentThatMayNeedNoKeyIsNotCalledSignedOut() {
        assertThat(KnownAgent.named("opencode").orElseThrow().signIn(context(Map.of())))
                .isEqualTo(SignIn.UNKNOWN);
        assertThat(KnownAgent.named("codex").orElseThrow().signIn(context(Map.of())))
                .isEqualTo(SignIn.SIGNED_OUT);
    }

    @ParameterizedTest
    @MethodSource("agents")
    void anAgentThatIsMissingIsNamedWithTheCommandThatInstallsIt(KnownAgent agent) {
        assertThat(Programs.install(agent.program())).contains("npm install -g ");
    }

    @Test
    void everyAgentATaskMayNameIsKnownOrACommand() {
        assertThat(Keys.AGENTS)
                .allMatch(
                        name -> name.equals("command") || KnownAgent.named(name).isPresent())
                .hasSize(KnownAgent.ALL.size() + 1);
    }

    private Context context(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOME", home.toString());
        return new Context(
                environment,
                home,
                Invocation.terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false));
    }
}
