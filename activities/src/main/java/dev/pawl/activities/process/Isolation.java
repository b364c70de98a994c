package dev.pawl.activities.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a process tree is kept together. In a PID namespace the kernel ends all of it with the program, and also when
 * this process dies, whatever the tree did to hide; elsewhere it is searched for.
 *
 * @param prefix put before a command; empty for {@link Kind#PROCESS_TREE}
 */
public record Isolation(Kind kind, List<String> prefix) {
    /** The ways, best first. */
    public enum Kind {
        NAMESPACE("PID namespace"),
        USER_NAMESPACE("PID namespace in a user namespace"),
        BUBBLEWRAP("PID namespace by bubblewrap"),
        PROCESS_TREE("process tree and search by environment; this system allows no PID namespace");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * Process 1 of a namespace ignores TERM, so the program must not be it: this shell stays its parent, reaps orphans,
     * hands on the exit code, and keeps its own remarks to itself.
     */
    private static final String INIT = "exec 3>&2 2>/dev/null; (exec \"$@\" 2>&3 3>&-); exit $?";

    private static final int PROBED = 42;

    public Isolation {
        prefix = List.copyOf(prefix);
    }

    /** Tries each way with a real process, and takes the first that works here. Takes some milliseconds. */
    public static Isolation probe() {
        return Stream.of(unshare(Kind.NAMESPACE), unshare(Kind.USER_NAMESPACE), bubblewrap())
                .flatMap(Optional::stream)
                .filter(Isolation::works)
                .findFirst()
                .orElseGet(Isolation::processTree);
    }

    /** Without any help of the kernel. */
    public static Isolation processTree() {
        return new Isolation(Kind.PROCESS_TREE, List.of());
    }

    /** Whether the kernel ends the tree. */
    public boolean namespace() {
        return kind != Kind.PROCESS_TREE;
    }

    /** For people. */
    public String description() {
        return kind.text;
    }

    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return List.copyOf(wrapped);
    }

    private static Optional<Isolation> unshare(Kind kind) {
        List<String> user = kind == Kind.USER_NAMESPACE ? List.of("--user", "--map-current-user") : List.of();
        return programs(List.of("setpriv", "unshare", "setsid", "sh")).map(found -> {
            List<String> prefix = new ArrayList<>(List.of(found.get(0), "--pdeathsig", "KILL", found.get(1)));
            prefix.addAll(user);
            prefix.addAll(List.of("--pid", "--fork", "--kill-child=KILL", "--mount-proc"));
            // A session of its own: no terminal to ask at, and none whose Ctrl-C reaches it.
            prefix.addAll(List.of(found.get(2), found.get(3), "-c", INIT, "sh"));
            return new Isolation(kind, prefix);
        });
    }

    private static Optional<Isolation> bubblewrap() {
        Function<List<String>, List<String>> prefix = found -> List.of(
                found.getFirst(),
                "--dev-bind",
                "/",
                "/",
                "--proc",
                "/proc",
                "--unshare-pid",
                "--die-with-parent",
                "--new-session",
                "--");
        return programs(List.of("bwrap")).map(prefix).map(words -> new Isolation(Kind.BUBBLEWRAP, words));
    }

    private static Optional<List<String>> programs(List<String> names) {
        List<String> found = names.stream()
                .map(Programs::find)
                .flatMap(Optional::stream)
                .map(Path::toString)
                .toList();
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    boolean works() {
        List<String> question = List.of("/bin/sh", "-c", "[ -r /proc/self/status ] && exit " + PROBED);
        ProcessBuilder builder = new ProcessBuilder(wrap(question))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = Launcher.start(builder);
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue() == PROBED;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
