package dev.pawl.chaos.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of this machine: found by their task, and sent real signals. */
public final class Processes {
    private Processes() {}

    /** All with the tag of a run of the task. */
    public static List<ProcessHandle> of(String taskId) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> environment(process.pid()).contains("PAWL_RUN=" + taskId))
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    /** Those of the task whose command line contains a text. */
    public static List<ProcessHandle> of(String taskId, String text) {
        return of(taskId).stream()
                .filter(process ->
                        read(process.pid(), "cmdline").replace('\0', ' ').contains(text))
                .toList();
    }

    /** Whether a process or one of its descendants names the text. */
    static boolean names(ProcessHandle root, String text) {
        return root.descendants()
                .anyMatch(process -> read(process.pid(), "cmdline").contains(text));
    }

    /** SIGKILL to a process and all its descendants, so that none of them can clean up. */
    public static void killTree(ProcessHandle root) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(root), root.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    public static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String environment(long pid) {
        return read(pid, "environ");
    }

    private static String read(long pid, String file) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(pid), file)), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
