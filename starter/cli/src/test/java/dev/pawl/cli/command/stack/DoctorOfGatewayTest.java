package dev.pawl.cli.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOfGatewayTest {
    private final FakeGateway gateway = new FakeGateway();

    @TempDir
    Path directory;

    DoctorOfGatewayTest() throws IOException {}

    @BeforeEach
    void aTaskThatStalls() {
        gateway.tasks.put(
                Tasks.ID,
                Tasks.fresh()
                        .setStall(Stall.newBuilder().setProblem("nobody polls").setAdvice("start a worker"))
                        .build());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aTaskThatCannotBeReadHidesNothingOfTheOthers() {
        gateway.tasks.put("", Tasks.fresh().setId("lost-1").build());
        assertThat(doctor().out())
                .contains("its engine answers, namespace default")
                .contains("lost-1: cannot be inspected: no such task")
                .contains(Tasks.ID + ": no progress for")
                .contains("nobody polls");
    }

    @Test
    void onlyOpenTasksAreAskedFor() {
        doctor();
        assertThat(gateway.listed)
                .isNotEmpty()
                .noneMatch(asked -> asked.getStatus() == TaskStatus.TASK_STATUS_UNSPECIFIED);
    }

    @Test
    void noTaskIsAskedAboutWhileTheEngineIsSilent() {
        gateway.servers.is = gateway.servers.is.toBuilder()
                .setEngine(EngineInfo.newBuilder().setProblem("the engine at x does not answer"))
                .build();
        Invocation doctor = doctor();
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out()).contains("the engine at x does not answer");
        assertThat(gateway.listed).isEmpty();
    }

    @Test
    void aWrongConfigurationOfTheGatewayHidesNothingOfTheMachine() {
        Invocation missing = doctor("--token-file", directory.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.out())
                .containsPattern("ok +jdk")
                .containsPattern("missing +gateway +no file " + directory.resolve("none"));
        Invocation wrong = doctor("--address", "localhost:x");
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.out()).containsPattern("ok +jdk").contains("--address localhost:x: the port must be a number");
    }

    private Invocation doctor(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Invocation.of(gateway.environment(), directory, all);
    }
}
