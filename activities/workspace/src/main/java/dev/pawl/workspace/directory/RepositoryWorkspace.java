package dev.pawl.workspace.directory;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lfs.LfsRules;
import dev.pawl.workspace.notes.Count;
import dev.pawl.workspace.notes.SourceShape;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRulesReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Makes an isolated workspace from a git repository: a clone with the user's submodules and contents of Git LFS. */
final class RepositoryWorkspace {
    private static final int SHORT_ID = 12;
    private static final int SHA1 = 40;

    private final Git git;
    private final SourceRepository source;
    private final SourceObjects objects;
    private final Path work;
    private final HistoryRoom room;
    private final BaseDraft draft;

    /** @param work does not exist yet */
    RepositoryWorkspace(Git git, SourceRepository source, Path work, HistoryRoom room, BaseDraft draft) {
        this.git = git;
        this.source = source;
        this.objects = new SourceObjects(git, source);
        this.work = work;
        this.room = room;
        this.draft = draft;
    }

    /**
     * @param lfs whether files of Git LFS get their contents
     * @param includeUncommitted whether it starts from the working tree
     */
    WorkspaceRecord make(CopiedStore copies, boolean lfs, boolean includeUncommitted) {
        Set<String> absent = objects.absent();
        if (objects.partial() && source.head() != null) {
            new PartialClone(git, source).requireFiles(absent);
        }
        draft.doing("cloning " + source.directory());
        IsolatedClone clone = new IsolatedClone(git, source, work);
        String head = clone.make(absent, room.of(source).orElse(null));
        Submodules submodules = new Submodules(git, source, work);
        submodules.populate(head);
        clone.settle(submodules.names());
        CheckedOutFiles checkedOut = CheckedOutFiles.read(git, work);
        NavigableSet<String> tracked = checkedOut.paths();
        SourceShape found = SourceShapes.of(objects, source, work, tracked, submodules, absent);
        SourceShape shape = lfs ? found : found.withoutLfs();
        draft.shape(shape);
        if (!source.bare()) {
            draft.copied(copies.take(source.directory(), tracked));
        }
        List<String> uncommitted = new ArrayList<>(source.uncommitted());
        uncommitted.removeAll(draft.copied());
        Set<String> replaced = contents(clone, shape, tracked);
        uncommitted.removeIf(path -> replaced.contains(path) && unchanged(path));
        boolean takeOver = !uncommitted.isEmpty() && includeUncommitted;
        if (head.length() == SHA1) { // as in snapshots
            draft.written(work.resolve(".git"), checkedOut.verbatim(takeOver ? uncommitted : List.of(), draft.lfs()));
        }
        if (takeOver) {
            clone.takeOver(uncommitted);
            draft.uncommitted(uncommitted);
            draft.note("starts from the working tree with %s".formatted(uncommitted(uncommitted)));
        } else if (!uncommitted.isEmpty()) {
            draft.note("starts from HEAD (%s); %s left out, 'include-uncommitted: true' includes them"
                    .formatted(head.substring(0, SHORT_ID), uncommitted(uncommitted)));
        }
        draft.notes(SourceShapes.notes(shape, objects, work));
        copies.into(work, draft.copied());
        WorkspaceRecord record = draft.record(
                work, source.directory(), true, head, BaseRulesReader.read(work, source.exclude()), tracked);
        clone.exclude(record.exclude());
        return record;
    }

    /** A clone for the same base, whose directory is lost. */
    void makeAgain(WorkspaceRecord record) {
        SourceShape shape = record.shape();
        IsolatedClone clone = new IsolatedClone(git, source, work);
        clone.make(shape.absent(), room.of(source).orElse(null));
        clone.moveTo(Objects.requireNonNull(record.head()));
        clone.exclude(record.exclude());
        clone.leaveOut(shape.absent());
        clone.settle(shape.submodules());
        draft.shape(shape);
        contents(clone, shape, CheckedOutFiles.read(git, work).paths());
    }

    /** Writes the contents of files of Git LFS, and returns their raw paths. */
    private Set<String> contents(IsolatedClone clone, SourceShape shape, NavigableSet<String> tracked) {
        if (shape.lfs().equals(LfsRules.NONE)) {
            return Set.of();
        }
        NavigableSet<String> files = new TreeSet<>(tracked);
        shape.submodules().keySet().forEach(path -> files.addAll(SourceShapes.below(work, path)));
        LfsCheckout checkout = new LfsCheckout(source, objects, work, draft.lfs());
        List<String> replaced = checkout.replace(files);
        clone.takeAsUnchanged(replaced.stream().filter(tracked::contains).toList());
        draft.notes(checkout.notes());
        return Set.copyOf(replaced);
    }

    /** For git without filters, the user's own files of Git LFS differ from HEAD. */
    private boolean unchanged(String path) {
        return SourceShapes.same(RawPath.resolve(work, path), RawPath.resolve(source.directory(), path));
    }

    private static String uncommitted(List<String> paths) {
        return Count.of(paths.size(), "uncommitted file");
    }
}
