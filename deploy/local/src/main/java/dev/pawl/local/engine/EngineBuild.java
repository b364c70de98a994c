package dev.pawl.local.engine;

import dev.pawl.local.home.StartLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the pinned server with the script of {@code deploy/engine}, which keeps it in the user's cache. */
public final class EngineBuild {
    private final Path script;
    private final Map<String, String> environment;

    public EngineBuild(Path script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /** The binary, if it was built before. */
    public Optional<Path> built() {
        try {
            Process process = start(ProcessBuilder.Redirect.DISCARD, "--path");
            String path = firstLine(process);
            return process.onExit().join().exitValue() == 0 ? Optional.of(Path.of(path)) : Optional.empty();
        } catch (IOException e) {
            throw new EngineBuildException("cannot run " + script + ": " + e.getMessage());
        }
    }

    /** Logs each line of the build's progress. */
    Path build(StartLog log) throws IOException {
        Process process = start(ProcessBuilder.Redirect.PIPE);
        // The build must not outlive the stack.
        Thread end = new Thread(process::destroy, "engine-build-end");
        Runtime.getRuntime().addShutdownHook(end);
        List<String> said = new ArrayList<>();
        try (BufferedReader progress = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                log.say(line);
                said.add(line);
            }
        }
        String path = firstLine(process);
        int exit = process.onExit().join().exitValue();
        Runtime.getRuntime().removeShutdownHook(end);
        if (exit != 0) {
            throw new EngineBuildException(said.isEmpty() ? "the engine cannot be built" : said.getLast());
        }
        return Path.of(path);
    }

    private Process start(ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String firstLine(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            return line == null ? "" : line;
        }
    }
}
