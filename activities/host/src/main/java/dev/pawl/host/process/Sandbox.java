package dev.pawl.host.process;

import dev.pawl.host.place.HiddenPlaces;
import dev.pawl.host.place.SandboxMounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run can see of this host, enforced by bubblewrap: it can read everything that is not hidden, and write only
 * the given directories. Its {@code /tmp} is private and temporary. Of hidden directories, it sees its program, what
 * its command and environment name, and their installations, but no sign-ins and keys.
 *
 * @param hidden directories that appear empty
 * @param closed hidden directories of which nothing is shown
 * @param shown readable directories below a hidden one; missing ones are skipped
 * @param writable directories, possibly below a hidden one
 * @param network whether it has network access
 */
public record Sandbox(List<Path> hidden, List<Path> closed, List<Path> shown, List<Path> writable, boolean network) {
    private static final String PROGRAM = "bwrap";

    public Sandbox {
        hidden = List.copyOf(hidden);
        closed = List.copyOf(closed);
        shown = List.copyOf(shown);
        writable = List.copyOf(writable);
    }

    /** Without closed directories. */
    public Sandbox(List<Path> hidden, List<Path> shown, List<Path> writable, boolean network) {
        this(hidden, List.of(), shown, writable, network);
    }

    /** Whether bubblewrap works here. Takes some milliseconds. */
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
     * What a command names but could not see, each in one line with the next step.
     *
     * @param directory working directory
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

    /** For a run that needs nothing hidden. */
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
