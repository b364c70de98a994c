package dev.pawl.host.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds runs of small shell programs. */
record RunFixture(Path directory, @Nullable Path stdin, String tag, Duration wall, Duration idle, Duration grace) {
    static RunFixture in(Path directory) {
        Duration long_ = Duration.ofSeconds(60);
        return new RunFixture(directory, null, "test-" + UUID.randomUUID(), long_, long_, Duration.ofSeconds(2));
    }

    RunFixture stdin(Path file) {
        return new RunFixture(directory, file, tag, wall, idle, grace);
    }

    RunFixture wall(Duration limit) {
        return new RunFixture(directory, stdin, tag, limit, idle, grace);
    }

    RunFixture idle(Duration limit) {
        return new RunFixture(directory, stdin, tag, wall, limit, grace);
    }

    RunFixture grace(Duration limit) {
        return new RunFixture(directory, stdin, tag, wall, idle, limit);
    }

    ProcessSpec shell(String script) {
        return program("sh", "-c", script);
    }

    ProcessSpec program(String... command) {
        Map<String, String> environment = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");
        return new ProcessSpec(List.of(command), directory, environment, stdin, tag, wall, idle, grace);
    }

    int alive() {
        return RunSweep.find(ProcessSupervisor.RUN_VARIABLE, tag).size();
    }
}
