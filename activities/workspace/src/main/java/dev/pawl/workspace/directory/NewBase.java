package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.IgnoreRules;
import dev.pawl.workspace.scan.KnownBlobs;
import dev.pawl.workspace.scan.ScanLimits;
import dev.pawl.workspace.scan.TreeScan;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Makes a new base from the old one and some current files of the user's directory. */
final class NewBase {
    private final HostDirectories host;
    private final ShadowRepository shadow;
    private final String taskId;
    private final LfsFiles lfs;
    private final WorkspaceRecord record;

    NewBase(HostDirectories host, ShadowRepository shadow, LfsFiles lfs, String taskId, WorkspaceRecord record) {
        this.host = host;
        this.shadow = shadow;
        this.lfs = lfs;
        this.taskId = taskId;
        this.record = record;
    }

    /** @return a snapshot of the user's directory */
    String theirs() {
        if (record.source() == null) {
            throw new WorkspaceUnusableException("the task has no directory that a check could be taken from");
        }
        return store(SourceDirectory.canonical(record.source(), host), "theirs");
    }

    /**
     * @param theirs a snapshot
     * @param paths to take from that snapshot; paths that it lacks are removed
     */
    WorkspaceRecord with(Workspace workspace, String theirs, Set<String> paths) {
        Path place = host.create(host.checks(taskId)).resolve("base");
        Removal.remove(place);
        try {
            workspace.checkoutMixed(record.base(), theirs, paths, host.create(place));
            String base = store(place, "base");
            Set<String> taken = new TreeSet<>();
            for (Change change : workspace.changes(record.base(), base)) {
                change.paths().forEach(path -> taken.add(RawPath.raw(path)));
            }
            return record.withBase(base, taken);
        } finally {
            Removal.remove(place);
        }
    }

    private String store(Path directory, String label) {
        NavigableSet<String> kept = new TreeSet<>();
        shadow.files(record.base()).forEach(file -> kept.add(file.path()));
        IgnoreRules rules = new IgnoreRules(record.rules(), record.artefacts());
        return shadow.store(
                        directory,
                        lfs,
                        KnownBlobs.NONE,
                        TreeScan.scan(directory, rules, kept, ScanLimits.STANDARD)
                                .files(),
                        label,
                        null)
                .commit();
    }
}
