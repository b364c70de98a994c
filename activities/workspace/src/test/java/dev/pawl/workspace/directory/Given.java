package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A host, a user's directory and actions of people in it, for tests. */
public final class Given {
    final Path root;
    public final HostDirectories host;
    public final Path source;
    public final Locks locks = new Locks();
    public final Workspaces workspaces;

    public Given(Path root) {
        this(root, "project");
    }

    public Given(Path root, String sourceName) {
        this.root = root;
        this.host = new HostDirectories(root.resolve("home"));
        this.source = root.resolve(sourceName);
        this.workspaces = new Workspaces(host, locks);
    }

    /** A git repository with two committed files. */
    public Given repository() {
        write(source.resolve("app.py"), "print('hello')\n");
        write(source.resolve("lib/util.py"), "def f():\n    return 1\n");
        sh(source, "git init -q -b main . && git add -A && git commit -q -m first");
        return this;
    }

    public Given plain() {
        write(source.resolve("app.py"), "print('hello')\n");
        return this;
    }

    public WorkspaceSpec isolated() {
        return WorkspaceSpec.isolated(source.toString());
    }

    public WorkspaceSpec isolatedWithUncommitted() {
        return WorkspaceSpec.isolated(source.toString()).includingUncommitted();
    }

    public WorkspaceSpec inPlace() {
        return WorkspaceSpec.inPlace(source.toString());
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolve("..").normalize());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script as a user or an agent would, and returns its output. */
    public static String sh(Path directory, String script) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-euc", script))
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "GIT_AUTHOR_NAME",
                            "U",
                            "GIT_AUTHOR_EMAIL",
                            "u@localhost",
                            "GIT_COMMITTER_NAME",
                            "U",
                            "GIT_COMMITTER_EMAIL",
                            "u@localhost",
                            "GIT_CONFIG_GLOBAL",
                            "/dev/null"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(script + "\n" + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The locks of one database, in memory. */
    static final class Locks implements WorkspaceLock {
        private final Map<String, String> holders = new ConcurrentHashMap<>();
        final List<String> keys = new ArrayList<>();

        @Override
        public Optional<String> acquire(String key, String taskId) {
            keys.add(key);
            String holder = holders.putIfAbsent(key, taskId);
            return holder == null || holder.equals(taskId) ? Optional.empty() : Optional.of(holder);
        }

        @Override
        public void release(String taskId) {
            holders.values().remove(taskId);
        }
    }
}
