package dev.pawl.evidence;

import dev.pawl.db.content.ContentStore;
import dev.pawl.evidence.check.CheckRunner;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspaces;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The host on which evidence is gathered, with what it takes. */
public record EvidenceHost(
        HostDirectories directories,
        Workspaces workspaces,
        ProcessSupervisor processes,
        CheckRunner runner,
        ContentStore contents) {

    CheckRuns checks(String taskId, TaskRequest request, Progress progress) {
        return new CheckRuns(runner, directories, taskId, request.workspace().sandbox(), this::protection, progress);
    }

    private WriteProtection protection(String taskId, @Nullable Sandbox sandbox, Path... writable) {
        WriteProtection wanted = workspaces.protectionOfChecks(taskId, writable);
        return processes.protects(wanted, sandbox) ? wanted : WriteProtection.NONE;
    }

    HostNotes notes(String taskId) {
        return new HostNotes(directories.create(directories.checks(taskId)).resolve("notes"));
    }
}
