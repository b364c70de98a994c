package dev.pawl.cli.doctor;

import dev.pawl.cli.invocation.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs to get their version. */
final class Probe {
    private static final int SECONDS = 10;

    private final Programs programs;

    Probe(Programs programs) {
        this.programs = programs;
    }

    boolean has(String program) {
        return programs.find(program).isPresent();
    }

    /** The first line of output; empty if the program does not exist, fails or takes longer than 10 s. */
    Optional<String> ask(String program, String... arguments) {
        return programs.find(program).flatMap(file -> ask(file, arguments));
    }

    /** The same for the path of a program. */
    static Optional<String> ask(Path file, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = file.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            return answer(command);
        } catch (IOException notStarted) {
            return Optional.empty();
        }
    }

    private static Optional<String> answer(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.exitValue() == 0
                ? Optional.of(output.lines().findFirst().orElse("").strip())
                : Optional.empty();
    }
}
