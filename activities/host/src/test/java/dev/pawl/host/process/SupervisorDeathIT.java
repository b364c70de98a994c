package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor is a separate JVM here, and is killed with SIGKILL during a run. */
class SupervisorDeathIT {
    private static final String FAMILY =
            "sleep 3600 & setsid sleep 3600 & (setsid sh -c 'trap \"\" TERM HUP; sleep 3600' &) ; touch up; sleep 3600";

    private final ProcessSupervisor next = new ProcessSupervisor(Isolation.probe());

    @TempDir
    Path directory;

    @Test
    void nothingOutlivesAKilledSupervisorIfThereAreNamespaces() throws Exception {
        RunFixture run = RunFixture.in(directory);
        Process supervisor = start("probe", run);
        assertThat(run.alive()).isGreaterThanOrEqualTo(4);

        kill(supervisor);

        if (next.isolation().namespace()) {
            await().atMost(Duration.ofSeconds(5)).until(() -> run.alive() == 0);
        }
        next.sweep(run.tag());
        assertThat(run.alive()).isZero();
    }

    @Test
    void aPrivateNetworkEndsWithAKilledSupervisor() throws Exception {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();
        RunFixture run = RunFixture.in(directory);
        Process supervisor = start("network", run);
        assertThat(run.alive()).isGreaterThanOrEqualTo(4);

        kill(supervisor);

        await().atMost(Duration.ofSeconds(5)).until(() -> run.alive() == 0);
    }

    @Test
    void elsewhereTheNextOneFindsAndEndsAllThatAKilledSupervisorLeft() throws Exception {
        RunFixture run = RunFixture.in(directory);
        Process supervisor = start("tree", run);
        ProcessHandle agent = supervisor.children().findFirst().orElseThrow();
        Instant started = agent.info().startInstant().orElseThrow();

        kill(supervisor);

        assertThat(run.alive()).isGreaterThanOrEqualTo(4);
        assertThat(next.endLeftover(new ProcessIdentity(agent.pid(), started, run.tag())))
                .isGreaterThanOrEqualTo(4);
        assertThat(run.alive()).isZero();
    }

    private Process start(String isolation, RunFixture run) throws IOException {
        Process supervisor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SupervisedChild.class.getName(),
                        isolation,
                        directory.toString(),
                        run.tag(),
                        FAMILY)
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(directory.resolve("up")));
        return supervisor;
    }

    private static void kill(Process supervisor) throws InterruptedException {
        supervisor.destroyForcibly();
        assertThat(supervisor.waitFor()).isEqualTo(137);
    }
}
