package dev.pawl.host.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** In how many PID namespaces a process has a number (proc(5), "NSpid"). */
final class PidNamespaces {
    private static final String LINE = "NSpid:";

    private PidNamespaces() {}

    /** 0 if the process has ended, or the system does not show it. */
    static int above(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status"), ISO_8859_1).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToInt(line -> line.substring(LINE.length()).strip().split("\\s+", -1).length)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
