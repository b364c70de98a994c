package dev.pawl.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import dev.pawl.local.home.StartLog;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of an engine, with small scripts that keep the contract of the real build script. */
class EngineChoiceTest {
    @TempDir
    private Path directory;

    @Test
    void aConfiguredAddressComesFirst() throws IOException {
        Engine engine = choose(
                Map.of("TEMPORAL_ADDRESS", "temporal.example:7233", "TEMPORAL_NAMESPACE", "team"),
                "echo nothing; exit 1");
        assertThat(engine.state().kind()).isEqualTo("configured");
        assertThat(engine.state().address()).isEqualTo("temporal.example:7233");
        assertThat(engine.namespace()).isEqualTo("team");
        assertThat(engine.connection().getTarget()).isEqualTo("temporal.example:7233");
    }

    @Test
    void anApiKeyTurnsTlsOn() throws IOException {
        Engine engine = choose(
                Map.of("TEMPORAL_ADDRESS", "cloud.example:7233", "TEMPORAL_API_KEY", "key"), "echo nothing; exit 1");
        assertThat(engine.connection().getEnableHttps()).isTrue();
        assertThat(engine.connection().getGrpcMetadataProviders()).isNotEmpty();
    }

    @Test
    void aProfileOfTemporalsOwnConfigurationFileCounts() throws IOException {
        Path file = Files.writeString(
                directory.resolve("temporal.toml"),
                "[profile.work]\naddress = \"work.example:7233\"\nnamespace = \"ns\"\n");
        Engine engine = choose(
                Map.of("TEMPORAL_CONFIG_FILE", file.toString(), "TEMPORAL_PROFILE", "work"), "echo nothing; exit 1");
        assertThat(engine.state().address()).isEqualTo("work.example:7233");
        assertThat(engine.namespace()).isEqualTo("ns");
    }

    @Test
    void aServerThatWasBuiltBeforeComesNext() throws IOException {
        program("bin/go", "exit 1");
        assertThat(choose(Map.of(), "echo /cache/pawl-engine")).isInstanceOf(ServerEngine.class);
    }

    @Test
    void temporalOnThePathIsNoChoiceSinceItsDevelopmentServerAnswersAnybody() throws IOException {
        program("bin/temporal", "exit 0");
        assertThat(choose(Map.of(), "exit 1")).isInstanceOf(InProcessEngine.class);
    }

    @Test
    void aConfiguredEngineThatAsksForNoCredentialIsCalledOpen() throws IOException {
        assertThat(choose(Map.of("TEMPORAL_ADDRESS", "temporal.example:7233"), "exit 1")
                        .announcement())
                .contains("NO CREDENTIAL");
        assertThat(choose(Map.of("TEMPORAL_ADDRESS", "cloud.example:7233", "TEMPORAL_API_KEY", "key"), "exit 1")
                        .announcement())
                .doesNotContain("NO CREDENTIAL");
    }

    /** As {@code pawl env} prints them: a stack that is started in that shell must start its engine. */
    @Test
    void variablesOfThisHomesEngineAreNoOtherEngine() throws IOException {
        EngineCredentials own = new EngineCredentials(LocalHome.open(directory.resolve("home")));
        assertThat(choose(own.variables("127.0.0.1:7233"), "echo /cache/pawl-engine"))
                .isInstanceOf(ServerEngine.class);
    }

    @Test
    void withGoAnEngineIsBuiltAndItsProgressIsReported() throws IOException {
        program("bin/go", "exit 0");
        assertThat(choose(Map.of(), "[ \"$1\" ] && exit 1; echo compiling >&2; echo /cache/pawl-engine"))
                .isInstanceOf(ServerEngine.class);
        assertThat(Files.readAllLines(directory.resolve("start.log"))).containsExactly("compiling");
    }

    @Test
    void aBuildThatFailsIsAnErrorAndNoOtherChoice() throws IOException {
        program("bin/go", "exit 0");
        assertThatThrownBy(() -> choose(Map.of(), "[ \"$1\" ] && exit 1; echo engine: no disk >&2; exit 3"))
                .isInstanceOf(EngineBuildException.class)
                .hasMessage("engine: no disk");
    }

    @Test
    void withNothingAtAllItIsInThisProcessAndSaysSo() throws IOException {
        Engine engine = choose(Map.of(), "exit 1");
        assertThat(engine.state().durable()).isFalse();
        assertThat(engine.announcement()).contains("DOES NOT SURVIVE A RESTART");
        engine.start(new Ports(0, 0, 0, 0, 0, 0));
        try {
            WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(engine.connection());
            stubs.blockingStub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
        } finally {
            engine.stop();
        }
    }

    private Engine choose(Map<String, String> environment, String script) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("PATH", directory.resolve("bin").toString());
        // Not this user's own profile.
        variables.putIfAbsent(
                "TEMPORAL_CONFIG_FILE", directory.resolve("none.toml").toString());
        Path build = program("build", script);
        return new EngineChoice(variables, new EngineBuild(build, variables))
                .choose(LocalHome.open(directory.resolve("home")), new StartLog(directory.resolve("start.log")));
    }

    private Path program(String name, String script) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
