package dev.pawl.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a process tree is kept together. In a PID namespace the kernel ends the whole tree with the program, and also
 * when this process dies, whatever the tree did to hide; otherwise its processes are searched for.
 *
 * @param prefix prepended to a command; empty for {@link Kind#PROCESS_TREE}
 * @param namespaces how many PID namespaces the command is inside of, counted from this process
 */
public record Isolation(Kind kind, List<String> prefix, int namespaces) {
    /** Best first. */
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
     * forwards the exit code, and suppresses its own messages.
     */
    private static final String INIT = "exec 3>&2 2>/dev/null; (exec \"$@\" 2>&3 3>&-); exit $?";

    /**
     * Like {@link #INIT}, after bind-mounting directories over others, and then each path onto itself with its mode. A path
     * that no longer exists needs no protection. The working directory is entered again, since it was opened below the mounts.
     */
    private static final String PROTECTING_INIT = """
            exec 3>&2 2>/dev/null
            mount=$1; shift
            while [ "$1" = over ]; do
              "$mount" --rbind "$2" "$3" || { echo "cannot mount $3" >&3; exit 125; }
              shift 3
            done
            while [ "$1" != -- ]; do
              if [ -e "$2" ]; then
                "$mount" --rbind "$2" "$2" && "$mount" -o "remount,bind,$1" "$2" || { echo "cannot protect $2" >&3; exit 125; }
              fi
              shift 2
            done
            shift
            cd "$PWD" || exit 125
            (exec "$@" 2>&3 3>&-); exit $?""";

    /**
     * With these, root could undo the mounts, reach the shell that created them, or set the clock that files get the times
     * of their last change from.
     */
    private static final String WITHOUT_CAPABILITIES = "-sys_admin,-sys_ptrace,-sys_time";

    private static final String AS_CURRENT_USER = "--map-current-user";

    /** Index of {@code unshare} in a prefix that contains it. */
    private static final int UNSHARE = 3;

    private static final int PROBED = 42;

    public Isolation {
        prefix = List.copyOf(prefix);
    }

    /** Tries each kind with a real process, and returns the first that works. Takes some milliseconds. */
    public static Isolation probe() {
        return Stream.of(Kind.NAMESPACE, Kind.USER_NAMESPACE, Kind.BUBBLEWRAP)
                .map(Isolation::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Isolation::processTree);
    }

    /** Tries one kind; empty if it does not work here. */
    static Optional<Isolation> of(Kind kind) {
        Optional<Isolation> isolation = switch (kind) {
            case NAMESPACE, USER_NAMESPACE -> unshare(kind);
            case BUBBLEWRAP -> bubblewrap();
            case PROCESS_TREE -> Optional.of(processTree());
        };
        return isolation.filter(Isolation::works);
    }

    /** Without support of the kernel. */
    public static Isolation processTree() {
        return new Isolation(Kind.PROCESS_TREE, List.of(), 0);
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

    /** Like {@link #wrap(List)}; {@link Kind#PROCESS_TREE} protects nothing. */
    List<String> wrap(List<String> command, WriteProtection protection) {
        List<WriteProtection.Entry> entries = protection.entries();
        if (entries.isEmpty() && protection.replaced().isEmpty()) {
            return wrap(command);
        }
        List<String> wrapped = new ArrayList<>();
        switch (kind) {
            case NAMESPACE -> {
                mounting(prefix, protection, wrapped);
                wrapped.addAll(List.of(prefix.getFirst(), "--bounding-set=" + WITHOUT_CAPABILITIES, "--"));
            }
            case USER_NAMESPACE -> {
                List<String> asRoot = new ArrayList<>(prefix);
                asRoot.replaceAll(word -> word.equals(AS_CURRENT_USER) ? "--map-root-user" : word);
                mounting(asRoot, protection, wrapped);
                wrapped.addAll(asCurrentUser());
            }
            case BUBBLEWRAP -> {
                wrapped.addAll(prefix.subList(0, prefix.size() - 1));
                wrapped.addAll(new MountWords(protection).ofBubblewrap());
                wrapped.addAll(List.of("--cap-drop", "CAP_SYS_ADMIN", "--cap-drop", "CAP_SYS_TIME", "--"));
            }
            case PROCESS_TREE -> {}
        }
        wrapped.addAll(command);
        return List.copyOf(wrapped);
    }

    private static void mounting(List<String> unshare, WriteProtection protection, List<String> wrapped) {
        unshare.stream().map(word -> word.equals(INIT) ? PROTECTING_INIT : word).forEach(wrapped::add);
        wrapped.add(Programs.find("mount").map(Path::toString).orElse("mount"));
        wrapped.addAll(new MountWords(protection).ofMount());
        wrapped.add("--");
    }

    /**
     * From root of a user namespace to the current user in a nested one, who owns nothing there and can undo no mount.
     */
    private List<String> asCurrentUser() {
        return List.of(prefix.get(UNSHARE), "--user", "--map-user=" + own("uid"), "--map-group=" + own("gid"), "--");
    }

    /** {@code uid} or {@code gid} of this process. */
    static String own(String attribute) {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:" + attribute)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Isolation> unshare(Kind kind) {
        List<String> user = kind == Kind.USER_NAMESPACE ? List.of("--user", AS_CURRENT_USER) : List.of();
        return programs(List.of("setpriv", "unshare", "setsid", "sh")).map(found -> {
            List<String> prefix = new ArrayList<>(List.of(found.get(0), "--pdeathsig", "KILL", found.get(1)));
            prefix.addAll(user);
            prefix.addAll(List.of("--pid", "--fork", "--kill-child=KILL", "--mount-proc"));
            // A separate process session: no terminal to ask at, and no Ctrl-C from one.
            prefix.addAll(List.of(found.get(2), found.get(3), "-c", INIT, "sh"));
            return new Isolation(kind, prefix, 1);
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
        return programs(List.of("bwrap")).map(prefix).map(words -> new Isolation(Kind.BUBBLEWRAP, words, 1));
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
        return works(WriteProtection.NONE);
    }

    /** Whether a process can be started with this protection, and all of it is effective. */
    boolean works(WriteProtection protection) {
        if (kind == Kind.PROCESS_TREE) {
            return protection.empty();
        }
        List<String> question = List.of("/bin/sh", "-c", "[ -r /proc/self/status ] && exit " + PROBED);
        ProcessBuilder builder = new ProcessBuilder(wrap(question, protection))
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
