package dev.pawl.workspace.directory;

import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workspace.copy.CopiedFiles;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.notes.SourceShape;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRules;
import dev.pawl.workspace.scan.IgnoreRules;
import dev.pawl.workspace.scan.Omission;
import dev.pawl.workspace.scan.ScanLimits;
import dev.pawl.workspace.scan.ScannedTree;
import dev.pawl.workspace.scan.TreeScan;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about a new workspace before its base snapshot. */
final class BaseDraft {
    private final WorkspaceMode mode;
    private final ShadowRepository shadow;
    private final List<String> notes = new ArrayList<>();
    private final List<String> uncommitted = new ArrayList<>();
    private List<String> copied = List.of();
    private SourceShape shape = SourceShape.PLAIN;

    BaseDraft(WorkspaceMode mode, ShadowRepository shadow) {
        this.mode = mode;
        this.shadow = shadow;
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
        ScannedTree scanned = TreeScan.scan(directory, new IgnoreRules(rules, along), tracked, ScanLimits.STANDARD);
        Map<String, String> omitted = new HashMap<>();
        for (Omission omission : scanned.omissions()) {
            omitted.put(omission.path(), omission.stamp());
            note("not in the base snapshot: %s".formatted(omission.finding().detail()));
        }
        String base =
                shadow.store(directory, lfs(), scanned.files(), "base", null).commit();
        String from = source == null ? null : source.toString();
        return new WorkspaceRecord(
                mode, from, repository, head, base, rules, along, omitted, uncommitted, shape, notes, copied);
    }
}
