package dev.pawl.host.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A started program and its descendants, as far as parentage shows. */
final class ProcessTree {
    private static final Duration KILL_TAKES_AT_MOST = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(2);

    private final ProcessHandle root;
    private final Isolation isolation;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root, Isolation isolation) {
        this.root = root;
        this.isolation = isolation;
    }

    /** Records the current processes: a child whose parent ends can no longer be found by parentage. */
    void observe() {
        seen.removeIf(process -> !process.isAlive());
        root.descendants().forEach(seen::add);
    }

    /**
     * Requests the end. In a namespace the outermost process is only a stand-in, whose end would kill the tree at once;
     * of nested namespaces, so are all processes outside of the innermost one.
     */
    void terminate() {
        observe();
        if (!isolation.namespace()) {
            root.destroy();
        }
        seen.stream().filter(this::insideOfAll).forEach(ProcessHandle::destroy);
    }

    private boolean insideOfAll(ProcessHandle process) {
        return isolation.namespaces() < 2
                || PidNamespaces.above(process.pid())
                        >= PidNamespaces.above(ProcessHandle.current().pid()) + isolation.namespaces();
    }

    /** @return how many besides the root had to be killed */
    int kill() {
        if (root.isAlive()) {
            observe();
            root.destroyForcibly();
        }
        List<ProcessHandle> left = seen.stream().filter(ProcessTree::runs).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(left);
        return left.size();
    }

    /** Bounded: a process in an uninterruptible wait is not waited for. */
    static void awaitEnd(Collection<ProcessHandle> processes) {
        long start = System.nanoTime();
        while (processes.stream().anyMatch(ProcessTree::runs)
                && System.nanoTime() - start < KILL_TAKES_AT_MOST.toNanos()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A zombie does not run any more. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    private static boolean zombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), ISO_8859_1);
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException goneOrNoProc) {
            return false;
        }
    }
}
