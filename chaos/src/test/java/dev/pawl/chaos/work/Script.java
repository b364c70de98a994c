package dev.pawl.chaos.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The script that plays agents, checks and judges. */
final class Script {
    private static final Path FILE =
            Path.of("src/test/resources/scripts/part.py").toAbsolutePath();
    private static final String PYTHON = python();

    private Script() {}

    /** @param control the directory with its ledger */
    static List<String> command(Path control, String role, String argument) {
        return List.of(PYTHON, FILE.toString(), control.toString(), role, argument);
    }

    /** Bypasses the shims of version managers, which take longer than the scripts. */
    private static String python() {
        try {
            Process python = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
            try (BufferedReader said = python.inputReader()) {
                return Objects.requireNonNull(said.readLine(), "python3 does not say where it is");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
