package dev.pawl.activities.workspace;

import dev.pawl.activities.host.HostDirectories;
import dev.pawl.activities.process.Sandbox;
import dev.pawl.workflows.model.NetworkAccess;
import dev.pawl.workflows.model.SandboxSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox of this host hides: the user's home, where keys and sign-ins are, but for the programs in it, and Pawl's
 * own directories, where the other tasks are.
 *
 * @param available whether bubblewrap works here
 */
public record TaskSandbox(HostDirectories host, BooleanSupplier available) {
    /** Where programs are installed below a home, with what they load. */
    private static final List<String> PROGRAMS = List.of(
            ".cache/pawl/agents",
            ".local/bin",
            ".local/lib",
            ".local/share/uv",
            ".local/share/mise",
            ".asdf",
            ".bun",
            ".cargo/bin",
            ".deno",
            ".fnm",
            ".jdks",
            ".local/share/fnm",
            ".nvm",
            ".pyenv",
            ".rbenv",
            ".rustup",
            ".sdkman",
            ".volta",
            "go",
            ".m2/repository",
            ".gradle/wrapper");

    /** Of this host as it is. */
    public TaskSandbox(HostDirectories host) {
        this(host, Sandbox::available);
    }

    /** For a task's agent, with the directories that it may write; absent where the task asks for none. */
    public @Nullable Sandbox ofAgent(@Nullable SandboxSpec spec, Path... writable) {
        return spec == null ? null : of(spec.network() != NetworkAccess.NONE, writable);
    }

    /** For a task's checks and setup, with the directories that they may write; absent where the task asks for none. */
    public @Nullable Sandbox ofChecks(@Nullable SandboxSpec spec, Path... writable) {
        return spec == null ? null : of(spec.network() == NetworkAccess.ALL, writable);
    }

    /** @throws WorkspaceUnusableException where this host can make none: the task does not run without */
    private Sandbox of(boolean network, Path... writable) {
        if (!available.getAsBoolean()) {
            throw new WorkspaceUnusableException(
                    "sandbox: bubblewrap does not work on this host: install bubblewrap, allow unprivileged user namespaces"
                            + " where 'bwrap --ro-bind / / true' fails, or remove 'sandbox' from the task");
        }
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> programs = PROGRAMS.stream().map(home::resolve);
        return new Sandbox(List.of(home, host.home()), programs.toList(), List.of(writable), network);
    }
}
