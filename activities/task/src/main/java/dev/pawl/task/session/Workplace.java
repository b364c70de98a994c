package dev.pawl.task.session;

import dev.pawl.agent.Continuation;
import dev.pawl.db.session.SessionRow;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.surroundings.TaskSandbox;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host an agent works on. Before an agent starts, all processes and changes of earlier attempts are removed. */
public record Workplace(Workspaces workspaces, ProcessSupervisor processes, HostDirectories directories) {
    /** Ends the processes of earlier attempts, and returns the working directory in its state before the iteration. */
    Path clear(RunAgent input, OpenSession session) {
        end(input.taskId(), session.abandoned());
        Workspace workspace = open(input.taskId());
        if (!session.first() || !session.abandoned().isEmpty()) {
            workspace.restore(input.startSnapshot());
        }
        return workspace.directory();
    }

    /** Where the agent starts: the directory that the task names, unless an earlier iteration removed it. */
    static Path start(RunAgent input, Path workspace) {
        Path at = workspace;
        for (Path part : Path.of(input.workspace().start())) {
            at = at.resolve(part);
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return workspace;
            }
        }
        return at;
    }

    /** Ends the processes that sessions of earlier attempts left. */
    void end(String taskId, List<SessionRow> abandoned) {
        abandoned.forEach(this::end);
        processes.sweep(taskId);
    }

    /** For an iteration in which no agent starts any more: the changes of earlier attempts stay to be assessed. */
    void leave(RunAgent input, List<SessionRow> abandoned) {
        end(input.taskId(), abandoned);
        // No process starts now that could write anywhere; the changes of earlier attempts stay.
        workspaces.watch(input.taskId()).begin(input.iteration(), workspaces.protection(input.taskId()));
    }

    private Workspace open(String taskId) {
        return usable(() -> workspaces.open(taskId));
    }

    private static <T extends @Nullable Object> T usable(Supplier<T> work) {
        try {
            return work.get();
        } catch (WorkspaceUnusableException e) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    e.getMessage(), FailureTypes.WORKSPACE_UNUSABLE, e);
        }
    }

    /** Absent if the agent has to start afresh. */
    @Nullable
    Continuation continuation(RunAgent input, OpenSession session) {
        return input.agent().continued()
                ? new Continuation(directories.create(directories.agentSessions(input.taskId())), session.earlier())
                : null;
    }

    /** Absent if the task asks for none. */
    @Nullable
    Sandbox sandbox(RunAgent input, Path directory, Path runDirectory) {
        return Workplace.<@Nullable Sandbox>usable(
                () -> new TaskSandbox(directories).ofAgent(input.workspace().sandbox(), directory, runDirectory));
    }

    /**
     * Protects everything outside of the agent's workspace and private directory from its writes, if this host can do
     * that. From now on, changes there are watched.
     */
    WriteProtection protect(RunAgent input, @Nullable Sandbox sandbox, Path directory, Path runDirectory) {
        WriteProtection wanted = workspaces.protection(input.taskId(), directory, runDirectory);
        WriteProtection kept = processes.protects(wanted, sandbox) ? wanted : WriteProtection.NONE;
        workspaces.watch(input.taskId()).begin(input.iteration(), kept);
        return kept;
    }

    /** Secret values of the copied files of the task. */
    List<Secret> secrets(String taskId) {
        return workspaces.open(taskId).secrets();
    }

    /** The private directory of one run. */
    RunDirectory runDirectory(OpenSession session) {
        return new RunDirectory(directories, session.id());
    }

    /**
     * Safe for rows of another host: the process does not exist here, and a reused pid is recognised by its start time.
     */
    private void end(SessionRow left) {
        Long pid = left.pid();
        Instant startedAt = left.processStartedAt();
        if (pid != null && startedAt != null) {
            processes.endLeftover(new ProcessIdentity(pid, startedAt, left.runTag()));
        }
    }
}
