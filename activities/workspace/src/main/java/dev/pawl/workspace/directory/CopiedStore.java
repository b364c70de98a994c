package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workspace.copy.CopiedFiles;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Where the copied files of a task are kept, or those of a plan for its packages.
 *
 * @param patterns that name them
 */
record CopiedStore(HostDirectories host, String taskId, List<String> patterns) {
    private static final String COPIED = "copied";

    static Path of(HostDirectories host, String taskId) {
        return host.checks(taskId).resolve(COPIED);
    }

    private Path store() {
        return of(host, taskId);
    }

    /** A package of a plan gets the files that were copied when the plan started. */
    CopiedFiles.Taken take(Path source, NavigableSet<String> tracked) {
        Path store = store();
        host.create(store.resolve("..").normalize());
        if (!host.isIntegration(source)) {
            return CopiedFiles.take(source, patterns, tracked, host.home(), store);
        }
        Path plan = Objects.requireNonNull(source.resolve("..").normalize().getFileName());
        Path ofPlan = host.checks().resolve(plan).resolve(COPIED);
        return Files.isDirectory(ofPlan)
                ? CopiedFiles.take(ofPlan, List.of("*"), tracked, host.home(), store)
                : CopiedFiles.Taken.NOTHING;
    }

    /** @param copied raw paths */
    void into(Path directory, List<String> copied) {
        new CopiedFiles(store(), copied).into(directory);
    }

    /** Into a directory that is made again, from the user's if the store is lost. */
    void intoAgain(Path directory, WorkspaceRecord record, ShadowRepository shadow) {
        if (record.copied().isEmpty()) {
            return;
        }
        if (!Files.isDirectory(store()) && record.source() != null) {
            Path source = SourceDirectory.canonical(record.source(), host);
            NavigableSet<String> tracked = new TreeSet<>();
            shadow.files(record.base()).forEach(file -> tracked.add(file.path()));
            take(source, tracked);
        }
        into(directory, record.copied());
    }
}
