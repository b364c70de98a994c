package dev.pawl.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process that need not be a child of this one lives. */
final class LivingProcess {
    private LivingProcess() {}

    /**
     * False also for one that has ended but that its parent has not asked about: in containers whose first process does
     * not do so, that is for ever.
     */
    static boolean is(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    private static boolean zombie(long pid) {
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
