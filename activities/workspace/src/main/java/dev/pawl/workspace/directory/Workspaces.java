package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.host.heartbeat.Turns;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.request.ForkPoint;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceHeldException;
import dev.pawl.workspace.WorkspaceLock;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.copy.CopiedFiles;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.journal.DeliveryJournals;
import dev.pawl.workspace.journal.UndoneDelivery;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.lock.DirectoryWriters;
import dev.pawl.workspace.notes.NotesFile;
import dev.pawl.workspace.notes.SourceShape;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.place.CheckRepository;
import dev.pawl.workspace.snapshot.KnownSnapshots;
import dev.pawl.workspace.snapshot.ShadowRepository;
import dev.pawl.workspace.surroundings.OutsideWatch;
import dev.pawl.workspace.surroundings.ProtectedPlaces;
import dev.pawl.workspace.surroundings.SurroundingsFinder;
import dev.pawl.workspace.surroundings.WatchState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Creates, finds and releases the workspaces of this host. Thread-safe for different tasks. */
public final class Workspaces {
    /** Git needs a second to copy more. */
    private static final long LARGE = 4L << 20;

    private final long shareAbove;
    private final HostDirectories host;
    private final WorkspaceLock lock;
    private final Git git;
    private final KnownSnapshots known = new KnownSnapshots();
    private final Turns turns = new Turns();
    private final DirectoryWriters writers;
    private final Redaction redaction;

    /** Whose copied files are redacted nowhere. */
    public Workspaces(HostDirectories host, WorkspaceLock lock) {
        this(host, lock, new Git("git"));
    }

    /** @param redaction learns the secrets of a task as long as its workspace exists */
    public Workspaces(HostDirectories host, WorkspaceLock lock, Redaction redaction) {
        this(host, lock, new Git("git"), redaction);
    }

    Workspaces(HostDirectories host, WorkspaceLock lock, Git git) {
        this(host, lock, git, Redaction.of(Map.of()), LARGE);
    }

    private Workspaces(HostDirectories host, WorkspaceLock lock, Git git, Redaction redaction) {
        this(host, lock, git, redaction, LARGE);
    }

    /** @param shareAbove bytes of a history that workspaces borrow */
    Workspaces(HostDirectories host, WorkspaceLock lock, Git git, Redaction redaction, long shareAbove) {
        this.shareAbove = shareAbove;
        this.redaction = redaction;
        this.host = host;
        this.lock = lock;
        this.git = git;
        this.writers = new DirectoryWriters(host, lock, DirectoryWriters.STANDARD_WAIT);
    }

    /**
     * Creates the workspace of a task and takes its base snapshot. Repeating it returns the same base; a lost directory
     * is recreated from the last snapshot.
     *
     * @throws WorkspaceUnusableException saying what to do
     * @throws WorkspaceHeldException if another task works in the directory of an in-place task
     */
    public Workspace prepare(String taskId, WorkspaceSpec spec) {
        return prepare(taskId, spec, phase -> {});
    }

    /** @param doing is notified of each phase, for people */
    public Workspace prepare(String taskId, WorkspaceSpec spec, Consumer<String> doing) {
        return prepare(taskId, spec, shareAbove, doing);
    }

    /** As {@link #prepare}, with all objects in the workspace itself, so that it can be moved. */
    public Workspace prepareMovable(String taskId, WorkspaceSpec spec) {
        return prepare(taskId, spec, Long.MAX_VALUE, phase -> {});
    }

    private Workspace prepare(String taskId, WorkspaceSpec spec, long shareAbove, Consumer<String> doing) {
        if (spec.mode() == WorkspaceMode.IN_PLACE) {
            hold(taskId, spec);
        }
        WorkspaceRecord record = notes(taskId).read();
        if (record == null) {
            record = made(taskId, spec, shareAbove, doing);
            notes(taskId).write(record);
            return workspace(taskId, record).untouched();
        } else if (!record.inPlace() && !Files.isDirectory(host.workspace(taskId))) {
            new WorkspaceMaker(host, git, shadow(taskId), taskId, spec, shareAbove, doing).makeAgain(record);
            workspace(taskId, record).restoreLatest();
        }
        return workspace(taskId, record);
    }

    private WorkspaceRecord made(String taskId, WorkspaceSpec spec, long shareAbove, Consumer<String> doing) {
        WorkspaceMaker maker = new WorkspaceMaker(host, git, shadow(taskId), taskId, spec, shareAbove, doing);
        ForkPoint from = spec.from();
        if (from == null) {
            return maker.make();
        }
        WorkspaceRecord record = new ForkedWorkspace(shadow(from.taskId()), shadow(taskId))
                .take(notes(from.taskId()).read(), from.taskId(), from.snapshot());
        maker.makeAgain(record);
        workspace(taskId, record).restore(record.base());
        return record;
    }

    /**
     * Opens a workspace that was prepared before. If its directory has been released, snapshots can still be read.
     *
     * @throws WorkspaceUnusableException if this host has none
     */
    public Workspace open(String taskId) {
        WorkspaceRecord record = notes(taskId).read();
        if (record == null) {
            throw new WorkspaceUnusableException("this host has no workspace of task " + taskId);
        }
        return workspace(taskId, record);
    }

    /** A snapshot of the directory that the user named, as it is now. */
    public String theirs(String taskId) {
        return newBase(taskId, open(taskId).record()).theirs();
    }

    /**
     * Gives a workspace a new base: the old one with these paths as in another snapshot, including their absence. The
     * workspace then has them, too. Idempotent; does nothing if none of them differs.
     */
    public Workspace rebase(String taskId, String theirs, Set<String> paths) {
        Workspace workspace = open(taskId);
        WorkspaceRecord changed = newBase(taskId, workspace.record()).with(workspace, theirs, paths);
        notes(taskId).write(changed);
        Workspace rebased = workspace(taskId, changed);
        rebased.restorePaths(changed.base(), paths);
        return rebased;
    }

    private NewBase newBase(String taskId, WorkspaceRecord record) {
        return new NewBase(host, shadow(taskId), lfs(taskId, record.shape()), taskId, record);
    }

    /** Turns of attempts on these workspaces. */
    public Turns turns() {
        return turns;
    }

    /** Writers to users' directories. */
    public DirectoryWriters writers() {
        return writers;
    }

    public DeliveryJournals journals() {
        return new DeliveryJournals(host);
    }

    /** Interrupted deliveries. */
    public UndoneDelivery undoneDelivery() {
        return new UndoneDelivery(host);
    }

    /** Removes an isolated workspace and releases the lock of a directory. Snapshots stay. Idempotent. */
    public void release(String taskId) {
        try {
            Removal.remove(host.workspaceParent(taskId));
            redaction.forget(taskId);
        } finally {
            lock.release(taskId);
        }
    }

    /** What no program of a prepared task may write, except for the given paths. */
    public WriteProtection protection(String taskId, Path... writable) {
        return new ProtectedPlaces(host, git).of(open(taskId).record(), writable);
    }

    /** As {@link #protection}, for setup and checks: those of an in-place task may use its repository. */
    public WriteProtection protectionOfChecks(String taskId, Path... writable) {
        return open(taskId).record().inPlace() ? WriteProtection.NONE : protection(taskId, writable);
    }

    /** The repositories in which the checks of a prepared task run. */
    public CheckRepository checkRepository(String taskId) {
        Workspace workspace = open(taskId);
        Path history = host.create(host.checks(taskId)).resolve("history");
        return new CheckRepository(git, workspace.record(), workspace.directory(), workspace.lfs(), history);
    }

    /** The watch over the surroundings of a prepared workspace. */
    public OutsideWatch watch(String taskId) {
        Workspace workspace = open(taskId);
        return new OutsideWatch(
                new SurroundingsFinder(host, git).of(taskId, workspace.record()),
                new NotesFile<>(workspace.shadow().notes().resolve("watch.json"), WatchState.class));
    }

    private void hold(String taskId, WorkspaceSpec spec) {
        Path directory = SourceDirectory.canonical(Objects.requireNonNull(spec.source()), host);
        writers.hold(directory, taskId).ifPresent(holder -> {
            throw new WorkspaceHeldException(directory.toString(), holder);
        });
    }

    private Workspace workspace(String taskId, WorkspaceRecord record) {
        Path directory = record.inPlace() ? Path.of(Objects.requireNonNull(record.source())) : host.workspace(taskId);
        CopiedFiles copied = new CopiedFiles(CopiedStore.of(host, taskId), record.copied());
        if (!record.copied().isEmpty() && !redaction.knows(taskId)) {
            redaction.learn(taskId, copied.secrets());
        }
        return new Workspace(directory, shadow(taskId), lfs(taskId, record.shape()), notes(taskId), record, copied);
    }

    private LfsFiles lfs(String taskId, SourceShape shape) {
        return shape.lfsFiles(shadow(taskId).contents());
    }

    private ShadowRepository shadow(String taskId) {
        return new ShadowRepository(git, host.shadow(taskId), known);
    }

    private NotesFile<WorkspaceRecord> notes(String taskId) {
        return new NotesFile<>(shadow(taskId).notes().resolve("workspace.json"), WorkspaceRecord.class);
    }
}
