package dev.pawl.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.connection.EngineProfile;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local stack as real processes: start, crash, restart, stop. */
class PawlLocalIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNothing() {
        RunningStack.processesOf(directory).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aCrashedStackIsTakenOverAndAnEndedOneLeavesNothing() throws Exception {
        Path home = directory.resolve("ein %Höme (1)");
        RunningStack first = RunningStack.start(home, Map.of()).awaitReady();
        JsonNode before = first.state();
        assertIsOpenToItsOwnerOnly(home);
        assertAnswersHealthy(first);
        assertIsDurable(home, before);
        assertKnowsTheSearchAttributes(home);

        first.handle().destroyForcibly();
        first.exit();
        assertThat(RunningStack.processesOf(home))
                .as("orphans of a killed stack")
                .isNotEmpty();

        RunningStack second = RunningStack.start(home, Map.of()).awaitReady();
        JsonNode after = second.state();
        assertThat(after.at("/engine/pid")).as("the engine is taken over").isEqualTo(before.at("/engine/pid"));
        assertThat(after.get("ui_url")).isEqualTo(before.get("ui_url"));
        assertThat(after.at("/gateway/port")).isEqualTo(before.at("/gateway/port"));
        assertAnswersHealthy(second);

        RunningStack third = RunningStack.start(home, Map.of());
        assertThat(third.exit())
                .as("a second one for the same home leaves it alone")
                .isZero();

        second.handle().destroy();
        assertThat(second.exit()).isEqualTo(143);
        assertThat(RunningStack.processesOf(home)).isEmpty();
        assertThat(second.stateFileExists()).isFalse();
    }

    @Test
    void aPartThatEndsByItselfIsStartedAgain() throws Exception {
        RunningStack stack =
                RunningStack.start(directory.resolve("home"), Map.of()).awaitReady();
        ProcessHandle.of(stack.state().at("/engine/pid").asLong()).orElseThrow().destroyForcibly();
        Awaitility.await().atMost(SOON).until(() -> stack.health("/readiness") == 503);
        Awaitility.await().atMost(SOON).until(() -> stack.health("/readiness") == 200);

        stack.handle().destroy();
        stack.exit();
        assertThat(RunningStack.processesOf(directory.resolve("home"))).isEmpty();
    }

    @Test
    void withoutGoAndServerItSaysThatTasksDoNotSurvive() throws Exception {
        // Only what the database's start needs.
        Path bin = Files.createDirectories(directory.resolve("bin"));
        for (String program : new String[] {
            "sh", "bash", "sed", "cat", "cksum", "dirname", "tar", "xz", "unshare", "kill", "uname", "id"
        }) {
            offer(bin, program);
        }
        RunningStack stack = RunningStack.start(
                        directory.resolve("home"),
                        Map.of(
                                "PATH",
                                bin.toString(),
                                "PAWL_CACHE",
                                directory.resolve("cache").toString()))
                .awaitReady();
        assertThat(stack.state().at("/engine/durable").asBoolean()).isFalse();
        assertThat(stack.progress()).anyMatch(line -> line.contains("DOES NOT SURVIVE A RESTART"));
        assertAnswersHealthy(stack);
        stack.handle().destroy();
        stack.exit();
        assertThat(RunningStack.processesOf(directory.resolve("home"))).isEmpty();
    }

    @Test
    void anUnknownPropertyEndsTheStartWithTheNearestName() throws Exception {
        RunningStack stack = RunningStack.start(directory.resolve("home"), Map.of(), "--pawl.agent.slots=2");
        assertThat(stack.exit()).isEqualTo(3);
        assertThat(stack.progress().getLast()).startsWith("failed: ").contains("'pawl.agents.slots'");
        assertThat(RunningStack.processesOf(directory.resolve("home"))).isEmpty();
    }

    private static void offer(Path bin, String program) throws IOException {
        for (String place : new String[] {"/bin", "/usr/bin"}) {
            Path found = Path.of(place, program);
            if (Files.exists(found)) {
                Path script = bin.resolve(program);
                Files.writeString(script, "#!/bin/sh\nexec " + found + " \"$@\"\n");
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
                return;
            }
        }
    }

    private static void assertIsOpenToItsOwnerOnly(Path home) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                .isEqualTo("rw-------");
    }

    private static void assertAnswersHealthy(RunningStack stack) {
        assertThat(stack.health("/liveness")).isEqualTo(200);
        assertThat(stack.health("/readiness")).isEqualTo(200);
    }

    private static void assertIsDurable(Path home, JsonNode state) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + state.at("/database/port").asInt() + "/pawl";
        String password = Files.readString(home.resolve("postgres/password"));
        try (Connection connection = DriverManager.getConnection(url, "pawl", password);
                ResultSet shown = connection
                        .createStatement()
                        .executeQuery("SELECT current_setting('fsync') || current_setting('synchronous_commit')")) {
            assertThat(shown.next()).isTrue();
            assertThat(shown.getString(1)).isEqualTo("onon");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static void assertKnowsTheSearchAttributes(Path home) throws IOException {
        OperatorServiceStubs stubs = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder(
                        EngineProfile.in(home.resolve("temporal.toml")).connection())
                .validateAndBuildWithDefaults());
        try {
            assertThat(stubs.blockingStub()
                            .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                                    .setNamespace("default")
                                    .build())
                            .getCustomAttributesMap())
                    .containsKeys(TaskSearchAttributes.ALL.stream()
                            .map(SearchAttributeKey::getName)
                            .toArray(String[]::new));
        } finally {
            stubs.shutdownNow();
        }
    }
}
