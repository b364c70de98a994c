package dev.pawl.evidence;

import dev.pawl.db.content.ContentStore;
import dev.pawl.evidence.attempt.Progress;
import dev.pawl.evidence.check.CheckRunner;
import dev.pawl.evidence.check.PrivateTemp;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.process.WriteProtection.Replacement;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.place.CheckRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What gathering evidence needs on its host. */
public record EvidenceHost(
        HostDirectories directories,
        Workspaces workspaces,
        ProcessSupervisor processes,
        CheckRunner runner,
        ContentStore contents) {

    CheckRuns checks(String taskId, TaskRequest request, Progress progress) {
        return checks(taskId, CheckRuns.Settings.of(request), progress);
    }

    /** @param id of a task, or of a plan, whose workspace was prepared here */
    CheckRuns checks(String id, CheckRuns.Settings settings, Progress progress) {
        CheckRepository repository = workspaces.checkRepository(id);
        List<Path> known = new ArrayList<>(List.of(directories.home(), repository.workspace()));
        repository.source().ifPresent(known::add);
        return new CheckRuns(
                runner,
                directories,
                id,
                settings,
                this::protection,
                repository,
                workspaces.open(id),
                new PrivateTemp(System.getenv(), known),
                progress);
    }

    private WriteProtection protection(
            String taskId, @Nullable Sandbox sandbox, List<Replacement> replaced, Path... writable) {
        WriteProtection wanted = workspaces.protectionOfChecks(taskId, writable);
        return Stream.of(wanted.replacing(replaced), wanted)
                .filter(protection -> processes.protects(protection, sandbox))
                .findFirst()
                .orElse(WriteProtection.NONE);
    }

    HostNotes notes(String taskId) {
        return new HostNotes(directories.create(directories.checks(taskId)).resolve("notes"));
    }
}
