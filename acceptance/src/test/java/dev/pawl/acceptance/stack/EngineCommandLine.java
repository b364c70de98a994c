package dev.pawl.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Temporal's own command line, as an operator runs it against a stack. */
public final class EngineCommandLine {
    private final LocalStack stack;

    public EngineCommandLine(LocalStack stack) {
        this.stack = stack;
    }

    /** @return its exit code; its output goes to the test's output */
    public int run(String... arguments) {
        return run(Map.of("TEMPORAL_CONFIG_FILE", stack.engineConfiguration().toString()), List.of(arguments));
    }

    /** @param environment names the engine */
    static int run(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(binary()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String binary() {
        Path script = Distribution.root().resolve("deploy/engine/build");
        try {
            Process process = new ProcessBuilder(script.toString(), "--cli", "--path").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
