package dev.pawl.host.process;

import dev.pawl.host.network.PrivateNetwork;
import dev.pawl.host.network.Reach;
import dev.pawl.host.place.HiddenPlaces;
import dev.pawl.host.place.SandboxMounts;
import dev.pawl.host.sandbox.SandboxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run can see of this host, enforced by bubblewrap: it reads the system's programs, libraries and settings
 * without secrets, and what its command and environment name, with their installations, but no sign-ins and keys. It
 * writes only the given directories. {@code /tmp} and {@code /run} are its own, and so are processes, users, host name
 * and shared memory; it has no privileges, and makes no system call that {@link dev.pawl.host.seccomp.SeccompFilter}
 * refuses.
 *
 * @param hidden directories that appear empty
 * @param closed hidden directories of which nothing is shown
 * @param shown readable directories below a hidden one; missing ones are skipped
 * @param writable directories, possibly below a hidden one
 * @param reach by network
 * @param hosts that it may connect to, for {@link Reach#HOSTS}
 */
public record Sandbox(
        List<Path> hidden, List<Path> closed, List<Path> shown, List<Path> writable, Reach reach, List<String> hosts) {
    /**
     * Open files cannot be passed to a program that Java starts, so a shell opens the filter. Refuses core dumps, and
     * more processes than a build needs.
     */
    private static final String START = """
            exec 9<"$1" || exit 125; shift
            ulimit -c 0
            if (ulimit -u 16384) 2>/dev/null; then ulimit -u 16384; else ulimit -p 16384 2>/dev/null || :; fi
            exec "$@\"""";

    /** In a private network: nothing untrusted starts unless all routes exist. */
    private static final String START_IN_NETWORK =
            "printf %s \"$2\" | \"$1\" -batch - || { echo 'cannot set the routes of the sandbox' >&2; exit 125; }\n"
                    + "shift 2\n"
                    + START;

    /** Namespaces of processes in a private network: pasta's and bubblewrap's. */
    private static final int NESTED = 2;

    private static final String SHELL = "/bin/sh";
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public Sandbox {
        hidden = List.copyOf(hidden);
        closed = List.copyOf(closed);
        shown = List.copyOf(shown);
        writable = List.copyOf(writable);
        hosts = List.copyOf(hosts);
    }

    /** Without closed directories and allowed hosts. */
    public Sandbox(List<Path> hidden, List<Path> shown, List<Path> writable, Reach reach) {
        this(hidden, List.of(), shown, writable, reach, List.of());
    }

    /** The same without network, which is quicker to start. */
    Sandbox withoutNetwork() {
        return new Sandbox(hidden, closed, shown, writable, Reach.NOTHING, List.of());
    }

    /** Whether bubblewrap works here. Takes some milliseconds. */
    public static boolean available() {
        return available(System.getenv().getOrDefault("PATH", ""));
    }

    static boolean available(String searchPath) {
        return Bubblewrap.program(searchPath).isPresent() && works(Reach.NOTHING);
    }

    /** Whether a sandbox can have a network of its own here. Takes some 100 milliseconds. */
    public static boolean networkAvailable() {
        return network().isPresent() && works(Reach.INTERNET);
    }

    private static boolean works(Reach reach) {
        return new Sandbox(List.of(), List.of(), List.of(), reach)
                .isolation(Isolation.probe())
                .works();
    }

    /**
     * What a command names but could not see, each in one line with the next step.
     *
     * @param directory working directory
     */
    public List<String> refusals(List<String> command, Path directory) {
        return new SandboxRefusals(places()).of(command, directory);
    }

    /**
     * For a run of this program.
     *
     * @param outer of runs without a sandbox: it ends the private network whatever happens
     */
    Isolation isolation(ProcessSpec spec, Isolation outer) throws ProgramNotFoundException {
        List<Path> all = new ArrayList<>(shown);
        all.addAll(Sight.of(spec, places()));
        return new Sandbox(hidden, closed, all, writable, reach, hosts).isolation(spec.environment(), outer);
    }

    /** For a run that needs nothing hidden. */
    Isolation isolation(Isolation outer) {
        return isolation(Map.of(), outer);
    }

    private Isolation isolation(Map<String, String> environment, Isolation outer) {
        List<String> words = new ArrayList<>();
        switch (reach) {
            case NOTHING, HOST -> words.addAll(List.of(SHELL, "-c", START, SHELL));
            case HOSTS -> {
                words.addAll(outer.prefix());
                words.addAll(installed().unconnected(environment, hosts));
                words.addAll(List.of(SHELL, "-c", START, SHELL));
            }
            case INTERNET -> {
                words.addAll(outer.prefix());
                words.addAll(installed().words(environment));
                words.addAll(List.of(SHELL, "-c", START_IN_NETWORK, SHELL));
                words.addAll(List.of(installed().ip().toString(), installed().routes(environment)));
            }
        }
        Optional<Path> filter = SandboxFiles.filter();
        words.add(filter.map(Path::toString).orElse("/dev/null"));
        words.addAll(bubblewrap());
        filter.ifPresent(file -> words.addAll(List.of("--seccomp", "9")));
        words.add("--");
        boolean own = reach == Reach.INTERNET || reach == Reach.HOSTS;
        int namespaces = own ? outer.namespaces() + NESTED : 1;
        return new Isolation(Isolation.Kind.BUBBLEWRAP, words, namespaces);
    }

    private List<String> bubblewrap() {
        List<String> words = new ArrayList<>(List.of(Bubblewrap.program(), "--dev", "/dev", "--proc", "/proc"));
        words.addAll(SandboxMounts.words(places(), shown, Bubblewrap.size()));
        writable.forEach(path -> words.addAll(List.of("--bind", path.toString(), path.toString())));
        switch (reach) {
            case NOTHING -> words.addAll(List.of("--unshare-user-try", "--unshare-net"));
            case HOST -> words.add("--unshare-user-try");
            case HOSTS -> words.addAll(asSelf());
            case INTERNET -> {
                words.addAll(List.of("--ro-bind", SandboxFiles.nameServer().toString(), "/etc/resolv.conf"));
                words.addAll(asSelf());
            }
        }
        words.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        words.addAll(List.of("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
        words.addAll(List.of("--cap-drop", "ALL", "--die-with-parent", "--new-session"));
        return words;
    }

    /**
     * Pasta's namespace belongs to its root; in a user namespace below that, a run has no power over it. Pasta changes
     * the host name.
     */
    private static List<String> asSelf() {
        List<String> words = new ArrayList<>(
                List.of("--unshare-user", "--uid", Isolation.own("uid"), "--gid", Isolation.own("gid")));
        try {
            words.addAll(List.of("--hostname", Files.readString(HOST_NAME).strip()));
        } catch (IOException unreadable) {
            return words;
        }
        return words;
    }

    private static PrivateNetwork installed() {
        return network().orElseThrow(() -> new IllegalStateException("pasta or ip is not installed"));
    }

    private static Optional<PrivateNetwork> network() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin";
        Optional<Path> pasta = Programs.find("pasta", path);
        Optional<Path> ip = Programs.find("ip", path);
        Optional<Path> unshare = Programs.find("unshare", path);
        return pasta.isPresent() && ip.isPresent() && unshare.isPresent()
                ? Optional.of(new PrivateNetwork(
                        pasta.get(),
                        ip.get(),
                        unshare.get(),
                        Isolation.own("uid").equals("0")))
                : Optional.empty();
    }

    private HiddenPlaces places() {
        return HiddenPlaces.of(hidden, closed, writable);
    }
}
