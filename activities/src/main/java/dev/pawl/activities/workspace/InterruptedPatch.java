package dev.pawl.activities.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.IOUtils;

/**
 * Finishes a patch whose application was cut short: each path it touches is exactly as before or exactly as after.
 * Anything else is not of our making and is left alone.
 */
final class InterruptedPatch {
    private final Workspace workspace;
    private final Path target;
    private final List<RawChange> changes;
    private final Map<String, Boolean> before = new HashMap<>();
    private final Map<String, Boolean> after = new HashMap<>();

    InterruptedPatch(Workspace workspace, Path target, String snapshot) {
        this.workspace = workspace;
        this.target = target;
        this.changes = RawChange.parse(workspace.shadow().rawChanges(workspace.base(), snapshot, false));
    }

    /** @return whether the directory has the whole result now */
    boolean complete() {
        compare(changes.stream().map(RawChange::replaced).toList(), before);
        compare(changes.stream().map(RawChange::stored).toList(), after);
        List<RawChange> missing = new ArrayList<>();
        for (RawChange change : changes) {
            if (Boolean.TRUE.equals(after.get(change.path()))) {
                continue;
            }
            if (!Boolean.TRUE.equals(before.get(change.path()))) {
                return false;
            }
            missing.add(change);
        }
        if (missing.size() == changes.size()) {
            return false; // nothing of it is there, so it was never begun
        }
        new TreeWriter(target).apply(missing, workspace.shadow());
        return true;
    }

    private void compare(List<StoredFile> expected, Map<String, Boolean> same) {
        List<StoredFile> stored = new ArrayList<>();
        for (StoredFile file : expected) {
            if (file.absent()) {
                same.put(file.path(), absent(file));
            } else {
                stored.add(file);
            }
        }
        workspace.shadow().read(stored, (file, content) -> same.put(file.path(), same(file, content)));
    }

    private boolean absent(StoredFile file) {
        Path path = RawPath.resolve(target, file.path());
        return !beyondLink(path) && !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean beyondLink(Path path) {
        Path parent = path.resolve("..").normalize();
        return !parent.equals(target) && (Files.isSymbolicLink(parent) || beyondLink(parent));
    }

    private boolean same(StoredFile file, InputStream content) throws IOException {
        Path path = RawPath.resolve(target, file.path());
        if (beyondLink(path)) {
            return false;
        }
        if (file.link()) {
            return Files.isSymbolicLink(path)
                    && RawPath.target(Files.readSymbolicLink(path)).equals(RawPath.of(content.readAllBytes()));
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.isExecutable(path) != file.executable()) {
            return false;
        }
        try (InputStream present = Files.newInputStream(path)) {
            return IOUtils.contentEquals(present, content);
        }
    }
}
