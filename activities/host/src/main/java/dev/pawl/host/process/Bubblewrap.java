package dev.pawl.host.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the installed bubblewrap can do. */
final class Bubblewrap {
    /** Of each temporary file system of a run. */
    private static final long TEMPORARY_BYTES = 1L << 30;

    private static final String PROGRAM = "bwrap";

    private Bubblewrap() {}

    static Optional<Path> program(String searchPath) {
        return Programs.find(PROGRAM, searchPath);
    }

    static String program() {
        return Programs.find(PROGRAM).map(Path::toString).orElse(PROGRAM);
    }

    /** Arguments before each {@code --tmpfs}; empty before version 0.7, which sets no limit. */
    static List<String> size() {
        return Help.TEXT.contains("--size") ? List.of("--size", String.valueOf(TEMPORARY_BYTES)) : List.of();
    }

    /** Read once. */
    private static final class Help {
        static final String TEXT = read();

        private static String read() {
            try {
                Process process = Launcher.start(new ProcessBuilder(program(), "--help").redirectErrorStream(true));
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor();
                return text;
            } catch (IOException notInstalled) {
                return "";
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
    }
}
