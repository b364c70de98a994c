package dev.pawl.evidence.tree;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.evidence.WatchedPath;
import dev.pawl.workspace.snapshot.Ownership;
import java.util.Collection;
import java.util.List;

/** The changed paths that breakpoints of a task watch. */
public final class WatchedPaths {
    private WatchedPaths() {}

    /** In the order of the breakpoints, then of the paths; globs have the meaning they have in {@code owns}. */
    public static List<WatchedPath> of(List<Breakpoint> breakpoints, Collection<String> changed) {
        return breakpoints.stream()
                .flatMap(breakpoint -> breakpoint instanceof Breakpoint.FilesMatching files
                        ? files.globs().stream()
                        : List.<String>of().stream())
                .distinct()
                .flatMap(glob -> changed.stream()
                        .filter(Ownership.of(List.of(glob)))
                        .sorted()
                        .limit(WatchedPath.MAX_PER_GLOB)
                        .map(path -> new WatchedPath(glob, path)))
                .toList();
    }
}
