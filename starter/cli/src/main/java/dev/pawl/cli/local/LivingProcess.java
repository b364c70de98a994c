package dev.pawl.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process is alive that need not be a child of this one. */
final class LivingProcess {
    private LivingProcess() {}

    /** Returns false also for a zombie: in containers whose first process does not reap, it would stay one. */
    static boolean is(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    private static boolean zombie(long pid) {
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
