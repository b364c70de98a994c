package dev.pawl.host.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The only program of a pid namespace: prints what a process with the pid of an earlier one returns. */
final class ReusedPid {
    private static final Path LAST_PID = Path.of("/proc/sys/kernel/ns_last_pid");

    /** Threads of this JVM get pids as well. */
    private static final int ATTEMPTS = 10;

    private ReusedPid() {}

    /** @param args {@code jdk}, or anything else for {@link ProcessStart} */
    public static void main(String[] args) throws Exception {
        long pid = endedWithOpenOutput();
        for (int i = 0; i < ATTEMPTS; i++) {
            Files.writeString(LAST_PID, Long.toString(pid - 1));
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", "sleep 0.1; echo output; exit 3");
            Process process = args[0].equals("jdk") ? builder.start() : ProcessStart.of(builder);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 3 || i == ATTEMPTS - 1) {
                System.out.printf("exit %d, output '%s'%n", exit, output.strip());
                return;
            }
        }
    }

    private static long endedWithOpenOutput() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "sleep 3600 & read line; exit 0").start();
        Thread reader = new Thread(() -> read(process.getInputStream()));
        reader.setDaemon(true);
        reader.start();
        while (List.of(reader.getStackTrace()).stream().noneMatch(ReusedPid::reads)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        process.getOutputStream().close();
        process.waitFor();
        return process.pid();
    }

    private static boolean reads(StackTraceElement at) {
        return at.getClassName().equals("java.io.FileInputStream");
    }

    private static void read(InputStream output) {
        try {
            output.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
