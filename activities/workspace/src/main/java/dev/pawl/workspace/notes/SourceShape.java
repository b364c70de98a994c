package dev.pawl.workspace.notes;

import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.lfs.LfsRules;
import dev.pawl.workspace.lfs.LfsStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is unusual about the repository that a task started from.
 *
 * @param submodules names of the submodules by their raw paths; their files are part of snapshots
 * @param absent raw paths of HEAD that a sparse checkout leaves out
 * @param lfs which files Git LFS stores
 * @param lfsStores directories of the user with their contents
 */
public record SourceShape(Map<String, String> submodules, Set<String> absent, LfsRules lfs, List<String> lfsStores) {
    public static final SourceShape PLAIN = new SourceShape(Map.of(), Set.of(), LfsRules.NONE, List.of());

    public SourceShape {
        submodules = Map.copyOf(submodules);
        absent = Set.copyOf(absent);
        lfsStores = List.copyOf(lfsStores);
    }

    /** @param own store for contents that an agent makes */
    public LfsFiles lfsFiles(Path own) {
        return new LfsFiles(lfs, new LfsStores(lfsStores.stream().map(Path::of).toList(), own));
    }

    /** With the pointers of Git LFS as they are. */
    public SourceShape withoutLfs() {
        return new SourceShape(submodules, absent, LfsRules.NONE, List.of());
    }
}
