package dev.pawl.evidence.tree;

import dev.pawl.workspace.directory.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One snapshot of a workspace; each file is read once. */
public final class SnapshotTree implements FileTree {
    private final Workspace workspace;
    private final String commit;
    private final Set<String> files;
    private final Map<String, byte @Nullable []> read = new HashMap<>();

    public SnapshotTree(Workspace workspace, String commit) {
        this.workspace = workspace;
        this.commit = commit;
        this.files = new LinkedHashSet<>(workspace.files(commit));
    }

    @Override
    public Set<String> files() {
        return files;
    }

    /** Reads these files in one call, since single reads are slow. */
    public SnapshotTree with(Collection<String> paths) {
        Set<String> wanted = new LinkedHashSet<>(paths);
        wanted.retainAll(files);
        read.putAll(workspace.contents(commit, wanted));
        return this;
    }

    @Override
    public byte @Nullable [] content(String path) {
        if (!files.contains(path)) {
            return null;
        }
        return read.computeIfAbsent(path, name -> workspace.content(commit, name));
    }
}
