package dev.pawl.activities.evidence;

import dev.pawl.activities.check.CheckRunner;
import dev.pawl.activities.host.HostDirectories;
import dev.pawl.activities.process.ProcessSupervisor;
import dev.pawl.activities.process.Sandbox;
import dev.pawl.activities.process.WriteProtection;
import dev.pawl.activities.workspace.Workspaces;
import dev.pawl.db.content.ContentStore;
import dev.pawl.workflows.model.TaskRequest;
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
