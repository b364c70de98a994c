package dev.pawl.activities.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run sees of this host, kept by bubblewrap: everything may be read but for what is hidden, nothing written but for
 * what is said. It has a {@code /tmp} of its own, which goes with it.
 *
 * @param hidden directories that are empty inside
 * @param shown directories below a hidden one that can be read all the same; those that are not there are left out
 * @param writable directories, also below a hidden one
 * @param network whether it reaches any
 */
public record Sandbox(List<Path> hidden, List<Path> shown, List<Path> writable, boolean network) {
    private static final String PROGRAM = "bwrap";
    private static final Path TEMP = Path.of("/tmp");

    public Sandbox {
        hidden = List.copyOf(hidden);
        shown = List.copyOf(shown);
        writable = List.copyOf(writable);
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

    /** Later words go over earlier ones. */
    Isolation isolation() {
        List<String> words =
                new ArrayList<>(List.of(PROGRAM, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
        words.addAll(List.of("--tmpfs", TEMP.toString()));
        present(hidden).forEach(path -> words.addAll(List.of("--tmpfs", path)));
        present(shown).forEach(path -> words.addAll(List.of("--ro-bind", path, path)));
        writable.forEach(path -> words.addAll(List.of("--bind", path.toString(), path.toString())));
        words.addAll(List.of("--unshare-pid", "--unshare-ipc"));
        if (!network) {
            words.add("--unshare-net");
        }
        words.addAll(List.of("--die-with-parent", "--new-session", "--"));
        words.set(0, Programs.find(PROGRAM).map(Path::toString).orElse(PROGRAM));
        return new Isolation(Isolation.Kind.BUBBLEWRAP, words);
    }

    private static List<String> present(List<Path> paths) {
        return paths.stream().filter(Files::isDirectory).map(Path::toString).toList();
    }
}
