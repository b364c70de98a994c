package dev.pawl.host.process;

import dev.pawl.host.network.Reach;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A separate program that supervises a run, so that a test can kill the supervisor. */
final class SupervisedChild {
    private SupervisedChild() {}

    /** @param args isolation ({@code probe}, {@code tree} or {@code network}), directory, run tag, script */
    public static void main(String[] args) throws Exception {
        Isolation isolation = args[0].equals("tree") ? Isolation.processTree() : Isolation.probe();
        Duration hour = Duration.ofHours(1);
        Sandbox sandbox = new Sandbox(List.of(), List.of(), List.of(Path.of(args[1])), Reach.INTERNET);
        ProcessSpec spec = new ProcessSpec(
                List.of("sh", "-c", args[3]),
                Path.of(args[1]),
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"),
                null,
                args[2],
                hour,
                hour,
                Duration.ofSeconds(1),
                args[0].equals("network") ? sandbox : null,
                WriteProtection.NONE);
        new ProcessSupervisor(isolation).run(spec, new CollectedOutput(), ProcessWatch.NONE);
    }
}
