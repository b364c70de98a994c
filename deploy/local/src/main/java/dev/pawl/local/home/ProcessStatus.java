package dev.pawl.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Linux's process status, which Java does not provide. */
final class ProcessStatus {
    private ProcessStatus() {}

    /** Whether the process has ended but was not reaped. False if there is no such process, or no Linux. */
    static boolean zombie(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        try {
            if (!Files.exists(status)) {
                return false;
            }
            // "pid (name) state …"; the name may contain any character.
            String text = new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1);
            return text.startsWith(") Z", text.lastIndexOf(')'));
        } catch (IOException e) {
            // It ended in between.
            return false;
        }
    }
}
