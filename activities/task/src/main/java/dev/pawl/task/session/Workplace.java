package dev.pawl.task.session;

import dev.pawl.agent.Continuation;
import dev.pawl.db.session.SessionRow;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.surroundings.TaskSandbox;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The host an agent works on. Before an agent starts, nothing of an earlier attempt is left: no process, no change.
 */
public record Workplace(Workspaces workspaces, ProcessSupervisor processes, HostDirectories directories) {
    /**
     * Ends what earlier attempts left running and gives the directory to work in, as the iteration found it.
     */
    Path clear(RunAgent input, OpenSession session) {
        end(input.taskId(), session.abandoned());
        Workspace workspace = open(input.taskId());
        if (!session.first() || !session.abandoned().isEmpty()) {
            workspace.restore(input.startSnapshot());
        }
        return workspace.directory();
    }

    /** Ends what sessions of earlier attempts left running. */
    void end(String taskId, List<SessionRow> abandoned) {
        abandoned.forEach(this::end);
        processes.sweep(taskId);
    }

    /** No agent starts any more: what earlier attempts left is ended and stays to be assessed. */
    void leave(RunAgent input, List<SessionRow> abandoned) {
        end(input.taskId(), abandoned);
        // Nobody who starts now can write anywhere: what the earlier attempts could reach stays as it is.
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

    /** Absent where the agent is to begin anew. */
    @Nullable
    Continuation continuation(RunAgent input, OpenSession session) {
        return input.agent().continued()
                ? new Continuation(directories.create(directories.agentSessions(input.taskId())), session.earlier())
                : null;
    }

    /** Absent where the task asks for none. */
    @Nullable
    Sandbox sandbox(RunAgent input, Path directory, Path runDirectory) {
        return Workplace.<@Nullable Sandbox>usable(
                () -> new TaskSandbox(directories).ofAgent(input.workspace().sandbox(), directory, runDirectory));
    }

    /**
     * What the agent cannot write outside of its workspace and private directory: nothing is protected if this host cannot
     * do it. From here on, changes there are watched.
     */
    WriteProtection protect(RunAgent input, @Nullable Sandbox sandbox, Path directory, Path runDirectory) {
        WriteProtection wanted = workspaces.protection(input.taskId(), directory, runDirectory);
        WriteProtection kept = processes.protects(wanted, sandbox) ? wanted : WriteProtection.NONE;
        workspaces.watch(input.taskId()).begin(input.iteration(), kept);
        return kept;
    }

    /** The private directory of one run. */
    RunDirectory runDirectory(OpenSession session) {
        return new RunDirectory(directories, session.id());
    }

    /** Also for rows of another host: there is no such process here then, and a reused id is told by its start. */
    private void end(SessionRow left) {
        Long pid = left.pid();
        Instant startedAt = left.processStartedAt();
        if (pid != null && startedAt != null) {
            processes.endLeftover(new ProcessIdentity(pid, startedAt, left.runTag()));
        }
    }
}
