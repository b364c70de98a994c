package dev.pawl.workspace.git;

import dev.pawl.host.process.ProcessStart;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workspace.WorkspaceUnusableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs git so that neither the system, nor the user's settings, nor files of an agent in a repository can make it run
 * another program or hide a file: with its own environment, and with overrides of the settings that name programs.
 */
public final class Git {
    private static final Logger LOG = LoggerFactory.getLogger(Git.class);
    private static final int ERROR_BYTES = 4000;

    /** For one command, even on a large repository: part of a step's allowance for work on the host. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private static final List<String> SETTINGS = List.of(
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            "core.untrackedCache=false",
            "core.splitIndex=false",
            "core.sparseCheckout=false",
            "core.attributesFile=/dev/null",
            "core.excludesFile=/dev/null",
            "core.fileMode=true",
            "core.symlinks=true",
            "core.ignoreCase=false",
            "core.precomposeUnicode=false",
            // Off, since a file could be hidden under a name that they refuse.
            "core.protectHFS=false",
            "core.protectNTFS=false",
            "core.autocrlf=false",
            "core.safecrlf=false",
            "core.sshCommand=false",
            "core.gitProxy=",
            "core.askPass=",
            "core.alternateRefsCommand=",
            "credential.helper=",
            "diff.external=",
            "diff.ignoreSubmodules=none",
            "gc.auto=0",
            "maintenance.auto=false",
            "commit.gpgSign=false",
            "fetch.writeCommitGraph=false",
            "fetch.recurseSubmodules=false",
            "submodule.recurse=false",
            "protocol.allow=never",
            "protocol.file.allow=always",
            "safe.directory=*");

    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("LC_ALL", "C"),
            Map.entry("HOME", "/nonexistent"),
            Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
            Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
            Map.entry("GIT_ATTR_NOSYSTEM", "1"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("GIT_OPTIONAL_LOCKS", "0"),
            Map.entry("GIT_NO_REPLACE_OBJECTS", "1"),
            Map.entry("GIT_NO_LAZY_FETCH", "1"),
            Map.entry("GIT_LITERAL_PATHSPECS", "1"),
            Map.entry("GIT_PAGER", "cat"),
            Map.entry("GIT_EDITOR", "false"),
            Map.entry("GIT_ASKPASS", "false"));

    private final String executable;
    private final Duration limit;

    /** @param executable a name on the PATH, or a path */
    public Git(String executable) {
        this(executable, LIMIT);
    }

    /** @param limit of one command */
    public Git(String executable, Duration limit) {
        this.executable = executable;
        this.limit = limit;
    }

    /** Runs a command that must succeed. */
    public GitResult run(GitCommand command) {
        GitResult result = attempt(command);
        if (!result.ok()) {
            throw new GitFailure(command, result);
        }
        return result;
    }

    /** Runs a command whose exit code is a result. */
    public GitResult attempt(GitCommand command) {
        List<byte[]> out = new ArrayList<>();
        GitResult result = exchange(command, in -> out.add(in.readAllBytes()));
        return new GitResult(result.exit(), out.getFirst(), result.error());
    }

    /** Runs a command that must succeed, and reads its output as it comes. */
    public void stream(GitCommand command, GitOutput<?> output) {
        GitResult result = exchange(command, output);
        if (!result.ok()) {
            throw new GitFailure(command, result);
        }
    }

    private GitResult exchange(GitCommand command, GitOutput<?> output) {
        try {
            Process process = start(command);
            try {
                return exchange(process, command, output);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("git " + command.name() + ": " + e.getMessage(), e);
        }
    }

    private GitResult exchange(Process process, GitCommand command, GitOutput<?> output) throws IOException {
        CompletableFuture<Process> end = process.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> {
                    if (late != null) {
                        process.destroyForcibly();
                    }
                });
        CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), VIRTUAL);
        CompletableFuture<Void> input = CompletableFuture.runAsync(() -> feed(process, command.input()), VIRTUAL);
        output.read(process.getInputStream());
        join(input);
        return new GitResult(exit(end, command), new byte[0], join(error));
    }

    /** A retry would take as long, so there is none. */
    private int exit(CompletableFuture<Process> end, GitCommand command) {
        try {
            return join(end).exitValue();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new WorkspaceUnusableException(
                        "git %s ran longer than %s: is the disk slow, or the repository very large?"
                                .formatted(command.name(), StepTime.text(limit)),
                        e);
            }
            throw e;
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Process start(GitCommand command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(executable);
        SETTINGS.forEach(setting -> line.addAll(List.of("-c", setting)));
        line.addAll(command.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(command.directory().toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().putAll(command.environment());
        if (command.output() != null) {
            builder.redirectOutput(command.output().toFile());
        }
        try {
            return ProcessStart.of(builder);
        } catch (IOException e) {
            if (!Files.isDirectory(command.directory())) {
                throw e;
            }
            throw new WorkspaceUnusableException("git cannot be started; install git 2.34 or newer", e);
        }
    }

    private static void feed(Process process, GitInput input) {
        OutputStream pipe = process.getOutputStream();
        try (pipe) {
            input.writeTo(pipe);
        } catch (IOException e) {
            // Git ended before it read everything; its exit code and error text say why.
            LOG.debug("git stopped reading", e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            String text = new String(stream.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8).strip();
            stream.transferTo(OutputStream.nullOutputStream());
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
