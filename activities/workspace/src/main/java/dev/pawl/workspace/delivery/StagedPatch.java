package dev.pawl.workspace.delivery;

import dev.pawl.db.column.Sha256;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.journal.DeliveryJournals;
import dev.pawl.workspace.journal.PathState;
import dev.pawl.workspace.journal.PlannedWrite;
import dev.pawl.workspace.journal.TargetDirectory;
import dev.pawl.workspace.lfs.LfsPointer;
import dev.pawl.workspace.snapshot.Diff;
import dev.pawl.workspace.snapshot.RawChange;
import dev.pawl.workspace.snapshot.StoredFile;
import dev.pawl.workspace.snapshot.TreeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Computes the changes of a result to a user's directory, in a private directory with copies of only the affected
 * files. Git applies the patch there, without settings and attributes of the user.
 */
final class StagedPatch {
    private final Git git;
    private final Workspace workspace;
    private final TargetDirectory target;
    private final Path targetPath;
    private final Path stage;
    private final StagedContents contents;
    private final List<RawChange> changes;
    private final Map<String, PathState> current = new LinkedHashMap<>();

    /** @param stage private and empty */
    StagedPatch(Git git, Workspace workspace, Path target, Path stage, String snapshot) {
        this.git = git;
        this.workspace = workspace;
        this.target = new TargetDirectory(target);
        this.targetPath = target;
        this.stage = stage;
        this.contents = new StagedContents(workspace.lfs(), stage);
        this.changes = RawChange.parse(workspace.shadow().rawChanges(workspace.base(), snapshot, false));
    }

    DeliveryPlan plan(Diff diff) throws IOException {
        for (RawChange change : changes) {
            current.put(change.path(), target.state(change.path()));
        }
        String blocked = blocked();
        if (!blocked.isEmpty()) {
            return new DeliveryPlan.Conflict(blocked);
        }
        TargetDirectory staged = new TargetDirectory(stage);
        copyCurrent();
        if (apply(diff, "--reverse", "--check").ok()) {
            return new DeliveryPlan.Present();
        }
        // Excludes what is already there: somebody may have taken over a part of the result.
        replace(there());
        GitResult applied = apply(diff);
        if (!applied.ok()) {
            return new DeliveryPlan.Conflict(reason(applied));
        }
        contents.fill(changes);
        List<PlannedWrite> writes = new ArrayList<>();
        for (RawChange change : changes) {
            PathState before = now(change);
            PathState after = change.deleted()
                    ? PathState.ABSENT // there may be a directory instead
                    : withModeOf(before, staged.state(change.path()));
            if (!before.equals(after)) {
                writes.add(new PlannedWrite(change.path(), absentDirectory(before), after));
            }
        }
        return writes.isEmpty() ? new DeliveryPlan.Present() : new DeliveryPlan.Writes(writes);
    }

    /** Content of a path after the delivery. */
    DeliveryJournals.Content after(String path) {
        return out -> new TargetDirectory(stage).read(path, out);
    }

    /** Current content of a path. */
    DeliveryJournals.Content before(String path) {
        return out -> target.read(path, out);
    }

    /** Permissions of the directories above the paths, if they exist. */
    Map<String, String> directories() throws IOException {
        Map<String, String> modes = new HashMap<>();
        for (RawChange change : changes) {
            for (String above = RawPath.parent(change.path()); !above.isEmpty(); above = RawPath.parent(above)) {
                if (!modes.containsKey(above) && target.directory(above)) {
                    modes.put(
                            above,
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                    RawPath.resolve(targetPath, above), LinkOption.NOFOLLOW_LINKS)));
                }
            }
        }
        return modes;
    }

    private PathState now(RawChange change) {
        return current.getOrDefault(change.path(), PathState.ABSENT);
    }

    /** Why a path cannot be written, however its content is merged; empty if all can. */
    private String blocked() throws IOException {
        for (RawChange change : changes) {
            String shown = RawPath.display(change.path());
            if (now(change).kind() == PathState.Kind.OTHER && !makesWay(change.path())) {
                return shown + " is a directory or a special file there";
            }
            for (String above = RawPath.parent(change.path()); !above.isEmpty(); above = RawPath.parent(above)) {
                PathState state = target.state(above);
                boolean directory = state.kind() == PathState.Kind.OTHER && target.directory(above);
                boolean goes = state.stored() && current.containsKey(above);
                if (state.kind() != PathState.Kind.ABSENT && !directory && !goes) {
                    return "%s is below %s, which is %s there"
                            .formatted(
                                    shown,
                                    RawPath.display(above),
                                    state.kind() == PathState.Kind.LINK ? "a link" : "not a directory");
                }
            }
        }
        return "";
    }

    /** Whether a directory contains only files that the result removes. */
    private boolean makesWay(String path) throws IOException {
        if (!target.directory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.walk(RawPath.resolve(targetPath, path))) {
            return entries.filter(entry -> !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .allMatch(entry -> current.containsKey(RawPath.target(targetPath.relativize(entry))));
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static PathState absentDirectory(PathState before) {
        return before.kind() == PathState.Kind.OTHER ? PathState.ABSENT : before;
    }

    private void copyCurrent() throws IOException {
        for (Map.Entry<String, PathState> entry : current.entrySet()) {
            if (entry.getValue().stored()) {
                copy(entry.getKey(), entry.getValue());
            }
        }
    }

    private void copy(String path, PathState state) throws IOException {
        Path copy = RawPath.resolve(stage, path);
        Files.createDirectories(copy.resolveSibling("."));
        if (state.kind() == PathState.Kind.LINK) {
            Files.createSymbolicLink(copy, Files.readSymbolicLink(RawPath.resolve(targetPath, path)));
            return;
        }
        try (OutputStream out = Files.newOutputStream(copy)) {
            target.read(path, out);
        }
        contents.empty(path);
        if (executable(String.valueOf(state.mode()))) {
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The changes whose result is already in the directory. */
    private List<RawChange> there() {
        Map<String, PathState> after = new HashMap<>();
        List<StoredFile> stored = new ArrayList<>();
        for (RawChange change : changes) {
            if (change.deleted()) {
                after.put(change.path(), PathState.ABSENT);
            } else {
                stored.add(change.stored());
            }
        }
        workspace.shadow().read(stored, (file, content) -> {
            PathState now = current.getOrDefault(file.path(), PathState.ABSENT);
            String hash = hash(file, content.readAllBytes(), now);
            after.put(
                    file.path(),
                    file.link()
                            ? PathState.link(hash)
                            : PathState.file(
                                    hash,
                                    now.mode() != null && executable(now.mode()) == file.executable()
                                            ? now.mode()
                                            : ""));
        });
        return changes.stream()
                .filter(change -> now(change).equals(after.get(change.path())))
                .toList();
    }

    /** A file of Git LFS may be there with its content, or as its pointer. */
    private String hash(StoredFile file, byte[] stored, PathState now) {
        Optional<LfsPointer> pointer = workspace.lfs().names(file.path()) ? LfsPointer.of(stored) : Optional.empty();
        return pointer.map(LfsPointer::oid)
                .filter(oid -> oid.equals(now.sha256()))
                .orElseGet(() -> Sha256.of(stored));
    }

    private void replace(List<RawChange> there) {
        TreeWriter writer = new TreeWriter(stage);
        there.stream().map(RawChange::path).forEach(writer::remove);
        workspace
                .shadow()
                .read(
                        there.stream()
                                .map(RawChange::replaced)
                                .filter(file -> !file.absent())
                                .toList(),
                        writer);
    }

    /** A file keeps its permissions, except execute permissions that the result changes. */
    private static PathState withModeOf(PathState before, PathState after) {
        if (before.kind() != PathState.Kind.FILE || after.kind() != PathState.Kind.FILE) {
            return after;
        }
        String had = String.valueOf(before.mode());
        boolean executable = executable(String.valueOf(after.mode()));
        return PathState.file(
                String.valueOf(after.sha256()), executable(had) == executable ? had : executable(had, executable));
    }

    private static boolean executable(String mode) {
        return mode.length() > 2 && mode.charAt(2) == 'x';
    }

    private static String executable(String mode, boolean wanted) {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
        for (PosixFilePermission[] pair : new PosixFilePermission[][] {
            {PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE},
            {PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE},
            {PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE}
        }) {
            if (wanted && permissions.contains(pair[0])) {
                permissions.add(pair[1]);
            } else if (!wanted) {
                permissions.remove(pair[1]);
            }
        }
        return PosixFilePermissions.toString(permissions);
    }

    private GitResult apply(Diff diff, String... options) {
        List<String> line = new ArrayList<>(List.of(
                "--git-dir=" + workspace.shadow().directory(), "--work-tree=" + stage, "apply", "--whitespace=nowarn"));
        line.addAll(List.of(options));
        line.add(diff.patch().toString());
        return git.attempt(GitCommand.in(stage, line.toArray(String[]::new)));
    }

    private static String reason(GitResult failed) {
        return failed.error()
                .lines()
                .filter(line -> line.startsWith("error: "))
                .map(line -> line.substring("error: ".length()))
                .findFirst()
                .orElse(failed.error());
    }
}
