package dev.pawl.task.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.directory.HomeWorkers;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadWorkersTest {
    private final String dead = UUID.randomUUID().toString();

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init")
    private HomeWorkers workers;

    private HostDirectories directories;
    private DeadWorkers leftovers;

    @BeforeEach
    void join() throws IOException {
        workers = HomeWorkers.join(home);
        directories = new HostDirectories(home, workers.id());
        ProcessSupervisor processes = new ProcessSupervisor(Isolation.processTree(), workers.id());
        leftovers = new DeadWorkers(workers, processes, directories);
        // A process that died released its lock and left its file.
        Files.writeString(directories.workers().resolve(dead), "pid 1");
    }

    @AfterEach
    void leave() throws IOException {
        workers.close();
    }

    @Test
    void processesAndRunsOfADeadWorkerAreRemoved() throws Exception {
        Path run = Files.createDirectories(directories.runs().resolve(dead).resolve("session"));
        Process process = process(dead);

        leftovers.bury();

        assertThat(process.waitFor()).isEqualTo(137);
        assertThat(run).doesNotExist();
        assertThat(workers.living()).containsExactly(workers.id());
        assertThat(directories.workers().resolve(dead)).doesNotExist();
    }

    @Test
    void processesAndRunsOfALiveWorkerAreNotTouched() throws Exception {
        try (HomeWorkers other = HomeWorkers.join(home)) {
            Path own = directories.create(directories.run(UUID.randomUUID()));
            Path others = Files.createDirectories(directories.runs().resolve(other.id()));
            Process process = process(other.id());

            leftovers.bury();

            assertThat(own).exists();
            assertThat(others).exists();
            assertThat(process.isAlive()).isTrue();
            assertThat(leftovers.alone()).isFalse();
            process.destroyForcibly();
        }
        assertThat(leftovers.alone()).isTrue();
    }

    @Test
    void runsOfAnUnknownWorkerAreRemoved() throws Exception {
        Path unknown = Files.createDirectories(
                directories.runs().resolve(UUID.randomUUID().toString()));
        assertThat(leftovers.runs()).containsExactly(unknown);

        leftovers.bury();
        leftovers.bury();

        assertThat(unknown).doesNotExist();
    }

    private static Process process(String worker) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "3600");
        builder.environment().put(ProcessSupervisor.WORKER_VARIABLE, worker);
        return builder.start();
    }
}
