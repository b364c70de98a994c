package dev.pawl.workspace.directory;

import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workspace.copy.CopiedFiles;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.notes.Count;
import dev.pawl.workspace.notes.SourceShape;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRules;
import dev.pawl.workspace.scan.IgnoreRules;
import dev.pawl.workspace.scan.KnownBlobs;
import dev.pawl.workspace.scan.Omission;
import dev.pawl.workspace.scan.ScanLimits;
import dev.pawl.workspace.scan.ScannedFile;
import dev.pawl.workspace.scan.ScannedTree;
import dev.pawl.workspace.scan.TreeScan;
import dev.pawl.workspace.scan.UnchangedFiles.Recording;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known about a new workspace before its base snapshot. */
final class BaseDraft {
    private final WorkspaceMode mode;
    private final ShadowRepository shadow;
    private final Consumer<String> doing;
    private final List<String> notes = new ArrayList<>();
    private final List<String> uncommitted = new ArrayList<>();
    private List<String> copied = List.of();
    private Path gitDirectory = Path.of("/nonexistent");
    private Map<String, String> written = Map.of();
    private SourceShape shape = SourceShape.PLAIN;

    /** @param doing is notified of each phase, for people */
    BaseDraft(WorkspaceMode mode, ShadowRepository shadow, Consumer<String> doing) {
        this.mode = mode;
        this.shadow = shadow;
        this.doing = doing;
    }

    void doing(String phase) {
        doing.accept(phase);
    }

    /** For people. */
    void note(String text) {
        notes.add(text);
    }

    void notes(Collection<String> texts) {
        notes.addAll(texts);
    }

    /** @param paths raw, in the base, but not in HEAD or with other content there */
    void uncommitted(Collection<String> paths) {
        uncommitted.addAll(paths);
    }

    void copied(CopiedFiles.Taken taken) {
        copied = taken.paths();
        notes.addAll(taken.notes());
    }

    List<String> copied() {
        return copied;
    }

    void shape(SourceShape found) {
        shape = found;
    }

    /**
     * @param repository of the workspace
     * @param blobs of that repository by the raw paths of the files with the same bytes
     */
    void written(Path repository, Map<String, String> blobs) {
        gitDirectory = repository;
        written = blobs;
    }

    LfsFiles lfs() {
        return shape.lfsFiles(shadow.contents());
    }

    /**
     * Takes the base snapshot.
     *
     * @param repository whether the source is a git repository
     * @param tracked raw paths that belong to the base whatever its ignore rules say
     */
    WorkspaceRecord record(
            Path directory,
            @Nullable Path source,
            boolean repository,
            @Nullable String head,
            BaseRules rules,
            NavigableSet<String> tracked) {
        Set<String> along = Set.copyOf(copied);
        Optional<Recording> recording =
                mode == WorkspaceMode.IN_PLACE ? Optional.empty() : Optional.of(new Recording(directory));
        ScannedTree scanned = TreeScan.scan(directory, new IgnoreRules(rules, along), tracked, ScanLimits.STANDARD);
        Map<String, String> omitted = new HashMap<>();
        for (Omission omission : scanned.omissions()) {
            omitted.put(omission.path(), omission.stamp());
            note("not in the base snapshot: %s".formatted(omission.finding().detail()));
        }
        doing("taking a snapshot of " + Count.files(scanned.files().size()));
        String base = stored(directory, scanned.files());
        recording.ifPresent(begun -> begun.of(scanned, shadow.blobs(base)).write(shadow.unchanged()));
        String from = source == null ? null : source.toString();
        return new WorkspaceRecord(
                mode, from, repository, head, base, rules, along, omitted, uncommitted, shape, notes, copied);
    }

    private String stored(Path directory, List<ScannedFile> files) {
        Set<String> blobs = new HashSet<>();
        files.forEach(file -> Optional.ofNullable(written.get(file.path())).ifPresent(blobs::add));
        try {
            shadow.copy(gitDirectory, blobs);
            return store(directory, KnownBlobs.of(written), files);
        } catch (GitFailure incomplete) {
            if (incomplete.diskFull()) {
                throw incomplete;
            }
            return store(directory, KnownBlobs.NONE, files);
        }
    }

    private String store(Path directory, KnownBlobs known, List<ScannedFile> files) {
        return shadow.store(directory, lfs(), known, files, "base", null).commit();
    }
}
