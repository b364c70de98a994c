package dev.pawl.workspace.directory;

import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workspace.copy.CopiedFiles;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.notes.NotesFile;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.IgnoreRules;
import dev.pawl.workspace.scan.IgnoredFile;
import dev.pawl.workspace.scan.IgnoredFiles;
import dev.pawl.workspace.scan.KnownBlobs;
import dev.pawl.workspace.scan.Omission;
import dev.pawl.workspace.scan.ScanLimits;
import dev.pawl.workspace.scan.ScannedFile;
import dev.pawl.workspace.scan.ScannedTree;
import dev.pawl.workspace.scan.TreeScan;
import dev.pawl.workspace.scan.UnchangedFiles;
import dev.pawl.workspace.scan.UnchangedFiles.Recording;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.Diff;
import dev.pawl.workspace.snapshot.RawChange;
import dev.pawl.workspace.snapshot.ShadowRepository;
import dev.pawl.workspace.snapshot.Snapshot;
import dev.pawl.workspace.snapshot.SnapshotComparison;
import dev.pawl.workspace.snapshot.StoredCommit;
import dev.pawl.workspace.snapshot.StoredFile;
import dev.pawl.workspace.snapshot.TreeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one task and its snapshots. Paths are relative with forward slashes; see {@link Change} for names
 * that are not plain text. Not thread-safe.
 */
public final class Workspace {
    private static final String LATEST = "latest";

    private final Path directory;
    private final ShadowRepository shadow;
    private final NotesFile<WorkspaceRecord> notes;
    private final CopiedFiles copied;
    private final LfsFiles lfs;
    private WorkspaceRecord record;
    private @Nullable UnchangedFiles unchanged;
    private boolean untouched;

    Workspace(
            Path directory,
            ShadowRepository shadow,
            LfsFiles lfs,
            NotesFile<WorkspaceRecord> notes,
            WorkspaceRecord record,
            CopiedFiles copied) {
        this.directory = directory;
        this.shadow = shadow;
        this.lfs = lfs;
        this.notes = notes;
        this.record = record;
        this.copied = copied;
    }

    /** The agent's working directory. */
    public Path directory() {
        return directory;
    }

    /** The snapshot to compare with. */
    public String base() {
        return record.base();
    }

    /** Tree of {@link #base}. */
    public String baseTree() {
        return shadow.tree(record.base());
    }

    /** Notes for people on how the workspace was created. */
    public List<String> notes() {
        return record.notes();
    }

    /**
     * Stores the directory's content, except what the base ignores. The same content gives the same tree, and with the
     * same label the same commit.
     *
     * @param label letters, digits, hyphens and slashes; reusing it moves it, the earlier commit stays readable
     */
    public Snapshot snapshot(String label) {
        return snapshot(label, LATEST);
    }

    /** As {@link #snapshot(String)}; {@code name} keeps the commit if the label is reused. */
    public Snapshot snapshotNamed(String label, String name) {
        return snapshot(label, LATEST, name);
    }

    private Snapshot snapshot(String label, String... names) {
        ScannedTree scanned = scan();
        StoredCommit stored = shadow.store(directory, lfs, unchanged(), scanned.files(), label, record.base(), names);
        return new Snapshot(
                stored.commit(),
                stored.tree(),
                newOmissions(scanned).stream().map(Omission::finding).toList());
    }

    /** Whether the directory's content equals this tree, except what the base ignores. */
    public boolean holds(String tree) {
        return treeOf(scan()).equals(tree);
    }

    /** Restores the directory to the snapshot. What the base ignores stays. */
    public void restore(String commit) {
        ScannedTree scanned = scan();
        List<RawChange> back = changesTo(commit, scanned);
        TreeWriter writer = new TreeWriter(directory, lfs);
        newOmissions(scanned).stream()
                .map(Omission::path)
                .filter(path -> !path.isEmpty() && !record.omitted().containsKey(path))
                .forEach(writer::remove);
        writer.apply(back, shadow);
    }

    /** Marks a workspace that was made a moment ago: no agent has worked in it. */
    Workspace untouched() {
        untouched = true;
        return this;
    }

    /**
     * Restores the base after setup and checks. If this object made the workspace, so that no agent has worked here,
     * the state of the files is remembered: later, only those that changed are read.
     */
    public void settle() {
        if (!untouched || record.inPlace() || !remembered()) {
            restore(record.base());
        }
    }

    private boolean remembered() {
        Recording recording = new Recording(directory);
        ScannedTree scanned = scan();
        if (!newOmissions(scanned).isEmpty() || !treeOf(scanned).equals(baseTree())) {
            return false;
        }
        unchanged = recording.of(scanned, shadow.blobs(record.base()));
        unchanged.write(shadow.unchanged());
        return true;
    }

    private String treeOf(ScannedTree scanned) {
        return ShadowRepository.treeOf(directory, lfs, unchanged(), scanned.files());
    }

    private KnownBlobs unchanged() {
        UnchangedFiles known = unchanged;
        if (known == null) {
            known = UnchangedFiles.read(shadow.unchanged());
            unchanged = known;
        }
        return known;
    }

    private List<RawChange> changesTo(String commit, ScannedTree scanned) {
        if (treeOf(scanned).equals(shadow.tree(commit))) {
            return List.of();
        }
        String now = shadow.store(directory, lfs, unchanged(), scanned.files(), "replaced", record.base())
                .commit();
        return RawChange.parse(shadow.rawChanges(now, commit, false));
    }

    /**
     * Like {@link #restore}, for the given files and directories only. Removes those that the snapshot lacks; in a
     * directory, what the base ignores stays.
     */
    public void restorePaths(String commit, Collection<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        List<String> wanted = paths.stream().map(RawPath::raw).toList();
        List<StoredFile> files = shadow.files(commit).stream()
                .filter(file -> within(file.path(), wanted))
                .toList();
        Set<String> extra = new HashSet<>(wanted);
        scan().files().stream()
                .map(ScannedFile::path)
                .filter(path -> within(path, wanted))
                .forEach(extra::add);
        files.forEach(file -> extra.remove(file.path()));
        TreeWriter writer = new TreeWriter(directory, lfs);
        extra.forEach(writer::removeFile);
        shadow.read(files, writer);
    }

    /**
     * Restores the copied files in a directory as they were when the task started. The directory of an in-place task is
     * not changed.
     *
     * @return whether one was missing or different
     */
    public boolean restoreCopied(Path target) {
        return !(record.inPlace() && target.equals(directory)) && copied.into(target);
    }

    /** Secret values of the copied files. */
    public List<Secret> secrets() {
        return copied.secrets();
    }

    /** Writes a snapshot into another, empty directory. */
    public void checkout(String commit, Path emptyDirectory) {
        shadow.read(shadow.files(commit), new TreeWriter(emptyDirectory, lfs));
    }

    /** Like {@link #checkout}, with these paths as in another snapshot, including their absence. */
    public void checkoutMixed(String commit, String other, Set<String> paths, Path emptyDirectory) {
        Set<String> mixed = new HashSet<>();
        paths.forEach(path -> mixed.add(RawPath.raw(path)));
        List<StoredFile> files = Stream.concat(
                        shadow.files(commit).stream().filter(file -> !mixed.contains(file.path())),
                        shadow.files(other).stream().filter(file -> mixed.contains(file.path())))
                .toList();
        shadow.read(files, new TreeWriter(emptyDirectory, lfs));
    }

    /** The differences, with renames detected by content. */
    public List<Change> changes(String from, String to) {
        return new SnapshotComparison(shadow, from, to).changes();
    }

    /** The same as a patch and in numbers. */
    public Diff diff(String from, String to) {
        return new SnapshotComparison(shadow, from, to).diff();
    }

    /** Every file and link of a snapshot. */
    public List<String> files(String commit) {
        return shadow.files(commit).stream()
                .map(file -> RawPath.display(file.path()))
                .toList();
    }

    /** The bytes of a regular file in a snapshot; null for a missing file or a link. */
    public byte @Nullable [] content(String commit, String path) {
        return contents(commit, List.of(path)).get(path);
    }

    /** Like {@link #content} for many files at once; paths without a regular file are left out. */
    public Map<String, byte[]> contents(String commit, Collection<String> paths) {
        Set<String> wanted = new HashSet<>();
        paths.forEach(path -> wanted.add(RawPath.raw(path)));
        Map<String, byte[]> contents = new HashMap<>();
        List<StoredFile> files = shadow.files(commit).stream()
                .filter(file -> !file.link() && wanted.contains(file.path()))
                .toList();
        shadow.read(files, (file, content) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.transferTo(bytes);
            contents.put(RawPath.display(file.path()), bytes.toByteArray());
        });
        return contents;
    }

    /** Whether snapshots skip a new file of this path, since the base ignores it. */
    public boolean ignored(String path) {
        String raw = RawPath.raw(path);
        return !baseFiles().contains(raw) && rules().ignores(raw);
    }

    /** File and line of the base's ignore files that leave a path out; empty if it is left out otherwise, or not. */
    public Optional<String> ignoringRule(String path) {
        return IgnoredFiles.rule(record.rules(), RawPath.raw(path));
    }

    /**
     * The files that lines of the base's ignore files leave out of snapshots.
     *
     * @param wanted by raw path
     * @param since when they were last written
     */
    public List<IgnoredFile> ignoredFiles(Predicate<String> wanted, Instant since) {
        return IgnoredFiles.find(directory, record.rules(), record.artefacts(), baseFiles(), wanted, since);
    }

    /** Whether the directory has any entry at this path; links on the way are not followed. */
    public boolean present(String path) {
        try (UntrustedTree tree = UntrustedTree.open(directory)) {
            return tree.has(RawPath.path(RawPath.raw(path)));
        } catch (NoSuchFileException | UnexpectedFileException noDirectory) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    /**
     * Excludes paths from later snapshots that are not an agent's result: what setup and the baseline's checks created
     * before any agent ran.
     */
    public void ignoreArtefacts(Collection<String> paths) {
        Set<String> all = new HashSet<>(record.artefacts());
        paths.forEach(path -> all.add(RawPath.raw(path)));
        record = record.withArtefacts(all);
        notes.write(record);
    }

    /** Fills a recreated directory. */
    void restoreLatest() {
        restore(shadow.named(LATEST).orElse(record.base()));
    }

    public ShadowRepository shadow() {
        return shadow;
    }

    /** The files of Git LFS here. */
    public LfsFiles lfs() {
        return lfs;
    }

    public WorkspaceRecord record() {
        return record;
    }

    private ScannedTree scan() {
        return TreeScan.scan(directory, rules(), baseFiles(), ScanLimits.STANDARD);
    }

    private List<Omission> newOmissions(ScannedTree scanned) {
        return scanned.omissions().stream()
                .filter(omission -> !omission.stamp().equals(record.omitted().get(omission.path())))
                .toList();
    }

    private IgnoreRules rules() {
        return new IgnoreRules(record.rules(), record.artefacts());
    }

    private NavigableSet<String> baseFiles() {
        NavigableSet<String> files = new TreeSet<>();
        shadow.files(record.base()).forEach(file -> files.add(file.path()));
        return files;
    }

    private static boolean within(String path, List<String> parents) {
        return parents.stream().anyMatch(parent -> path.equals(parent) || path.startsWith(parent + "/"));
    }
}
