package dev.pawl.cli.doctor;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tries each part of a sandbox, with what it costs, and says what follows if it does not work. */
final class SandboxFindings {
    private static final Set<String> FILTERED = Set.of("amd64", "x86_64", "aarch64");

    private static final List<String> BUBBLEWRAP = List.of(
            "--ro-bind",
            "/",
            "/",
            "--unshare-user-try",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-ipc",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--cap-drop",
            "ALL",
            "--new-session",
            "true");

    private static final List<String> PASTA = List.of(
            "--quiet",
            "--config-net",
            "--ipv4-only",
            "--no-map-gw",
            "-t",
            "none",
            "-u",
            "none",
            "-T",
            "none",
            "-U",
            "none",
            "--",
            "true");

    /** As root, pasta does not work; renumbered, root is an ordinary user to it. */
    private static final List<String> RENUMBERED = List.of("--user", "--map-user=1000", "--map-group=1000", "--");

    private final Probe probe;

    /** Searches the places of an administrator's programs, too, as a worker does. */
    SandboxFindings(Context context) {
        String path = context.environment().getOrDefault("PATH", "");
        this.probe =
                new Probe(new Programs(String.join(File.pathSeparator, path, "/usr/local/sbin", "/usr/sbin", "/sbin")));
    }

    Finding bubblewrap() {
        long start = System.nanoTime();
        if (!works("bwrap", BUBBLEWRAP)) {
            return Finding.note(
                    "sandbox",
                    "no working bubblewrap: tasks with sandbox: bubblewrap fail, and without a sandbox an agent has all"
                            + " rights of its user",
                    Programs.install("bwrap"));
        }
        String architecture = System.getProperty("os.arch", "");
        String filter = FILTERED.contains(architecture)
                ? "system calls are filtered"
                : "system calls are not filtered on " + architecture;
        return Finding.ok(
                "sandbox",
                "bubblewrap works (%d ms), for tasks with sandbox: bubblewrap; %s".formatted(since(start), filter));
    }

    Finding network() {
        boolean ip = works("ip", List.of("-V"));
        long start = System.nanoTime();
        if (ip && pasta()) {
            return Finding.ok(
                    "sandbox network",
                    "pasta works (%d ms): a sandbox reaches the internet and not this host".formatted(since(start)));
        }
        return Finding.note(
                "sandbox network",
                "no working %s: tasks with sandbox: bubblewrap fail, except with network: none, or with network: host, which"
                                .formatted(ip ? "pasta" : "iproute2")
                        + " includes the services of this host's loopback",
                Programs.install(ip ? "pasta" : "ip"));
    }

    private boolean pasta() {
        if (!root()) {
            return works("pasta", PASTA);
        }
        List<String> renumbered = new ArrayList<>(RENUMBERED);
        renumbered.add("pasta");
        renumbered.addAll(PASTA);
        return probe.has("pasta") && works("unshare", renumbered);
    }

    private static boolean root() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException notLinux) {
            return false;
        }
    }

    private boolean works(String program, List<String> arguments) {
        return probe.ask(program, arguments.toArray(String[]::new)).isPresent();
    }

    private static long since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
