package dev.pawl.host.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A separate program that supervises a run, so that a test can kill the supervisor. */
final class SupervisedChild {
    private SupervisedChild() {}

    /** @param args isolation ({@code probe} or {@code tree}), directory, run tag, script */
    public static void main(String[] args) throws Exception {
        Isolation isolation = args[0].equals("tree") ? Isolation.processTree() : Isolation.probe();
        Duration hour = Duration.ofHours(1);
        ProcessSpec spec = new ProcessSpec(
                List.of("sh", "-c", args[3]),
                Path.of(args[1]),
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"),
                null,
                args[2],
                hour,
                hour,
                Duration.ofSeconds(1));
        new ProcessSupervisor(isolation).run(spec, new CollectedOutput(), ProcessWatch.NONE);
    }
}
