package dev.pawl.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process and Java does not. */
final class ProcessStatus {
    private ProcessStatus() {}

    /** Ended, and kept in the table for its parent. False where there is no such process, or no Linux. */
    static boolean zombie(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        try {
            if (!Files.exists(status)) {
                return false;
            }
            // "pid (name) state …", and the name may hold anything.
            String text = new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1);
            return text.startsWith(") Z", text.lastIndexOf(')'));
        } catch (IOException e) {
            // Gone between the two looks.
            return false;
        }
    }
}
