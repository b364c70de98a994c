package dev.pawl.host.process;

import dev.pawl.host.place.HiddenPlaces;
import dev.pawl.host.place.SandboxMounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run sees of this host, kept by bubblewrap: everything may be read but for what is hidden, nothing written but for
 * what is said. It has a {@code /tmp} of its own, which goes with it. Of what is hidden, it sees its program, what its
 * command and environment name, and what these are installed with, but no sign-ins and keys.
 *
 * @param hidden directories that are empty inside
 * @param closed hidden directories of which nothing is shown
 * @param shown directories below a hidden one that can be read all the same; those that are not there are left out
 * @param writable directories, also below a hidden one
 * @param network whether it reaches any
 */
public record Sandbox(List<Path> hidden, List<Path> closed, List<Path> shown, List<Path> writable, boolean network) {
    private static final String PROGRAM = "bwrap";

    public Sandbox {
        hidden = List.copyOf(hidden);
        closed = List.copyOf(closed);
        shown = List.copyOf(shown);
        writable = List.copyOf(writable);
    }

    /** With no directory of which nothing is shown. */
    public Sandbox(List<Path> hidden, List<Path> shown, List<Path> writable, boolean network) {
        this(hidden, List.of(), shown, writable, network);
    }

    /** Whether one can be made here. Takes some milliseconds. */
    public static boolean available() {
        return available(System.getenv().getOrDefault("PATH", ""));
    }

    static boolean available(String searchPath) {
        return Programs.find(PROGRAM, searchPath).isPresent()
                && new Sandbox(List.of(), List.of(), List.of(), false)
                        .isolation()
                        .works();
    }

    /**
     * What a command names and a run of it cannot see here, each in one line with what to do.
     *
     * @param directory where it is to run
     */
    public List<String> refusals(List<String> command, Path directory) {
        return new SandboxRefusals(places()).of(command, directory);
    }

    /** For a run of this program. */
    Isolation isolation(ProcessSpec spec) throws ProgramNotFoundException {
        List<Path> all = new ArrayList<>(shown);
        all.addAll(Sight.of(spec, places()));
        return new Sandbox(hidden, closed, all, writable, network).isolation();
    }

    /** For a run that needs nothing of what is hidden. */
    Isolation isolation() {
        List<String> words =
                new ArrayList<>(List.of(PROGRAM, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
        words.addAll(SandboxMounts.words(places(), shown));
        writable.forEach(path -> words.addAll(List.of("--bind", path.toString(), path.toString())));
        words.addAll(List.of("--unshare-pid", "--unshare-ipc"));
        if (!network) {
            words.add("--unshare-net");
        }
        words.addAll(List.of("--die-with-parent", "--new-session", "--"));
        words.set(0, Programs.find(PROGRAM).map(Path::toString).orElse(PROGRAM));
        return new Isolation(Isolation.Kind.BUBBLEWRAP, words);
    }

    private HiddenPlaces places() {
        return HiddenPlaces.of(hidden, closed, writable);
    }
}
