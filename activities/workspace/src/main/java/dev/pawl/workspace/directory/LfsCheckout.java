package dev.pawl.workspace.directory;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.lfs.LfsPointer;
import dev.pawl.workspace.notes.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/** Replaces the pointers of a new workspace by the contents that the user has. Git LFS itself is not started. */
final class LfsCheckout {
    private final SourceRepository source;
    private final Path workspace;
    private final LfsFiles lfs;
    private final List<FastIgnoreRule> excluded;
    private final List<String> replaced = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int left;

    LfsCheckout(SourceRepository source, SourceObjects objects, Path workspace, LfsFiles lfs) {
        this.source = source;
        this.workspace = workspace;
        this.lfs = lfs;
        this.excluded = List.of(objects.setting("lfs.fetchexclude").split(",", -1)).stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(FastIgnoreRule::new)
                .toList();
    }

    /**
     * @param files raw paths
     * @return those that now have their contents
     * @throws WorkspaceUnusableException if the user lacks a content
     */
    List<String> replace(Collection<String> files) {
        for (String path : files) {
            Path file = RawPath.resolve(workspace, path);
            if (lfs.names(path) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    replace(path, file);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot write " + file, e);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new WorkspaceUnusableException(
                    "workspace %s: Git LFS has no content on this machine for %s%s; fetch it with: git -C %1$s lfs pull, or keep its pointer with: git -C %1$s config lfs.fetchexclude '%2$s'"
                            .formatted(
                                    source.directory(),
                                    RawPath.display(missing.getFirst()),
                                    missing.size() == 1 ? "" : " and %d more".formatted(missing.size() - 1)));
        }
        return replaced;
    }

    /** For people. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!replaced.isEmpty()) {
            notes.add("contents of %s of Git LFS come from this machine".formatted(Count.files(replaced.size())));
        }
        if (left > 0) {
            notes.add("lfs.fetchexclude leaves %s of Git LFS without content".formatted(Count.files(left)));
        }
        return notes;
    }

    private void replace(String path, Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LfsFiles.LONGEST_POINTER + 1);
        }
        if (LfsPointer.of(start).isEmpty()) {
            return;
        }
        if (lfs.fill(file, start)) {
            replaced.add(path);
        } else if (excluded.stream().anyMatch(rule -> rule.isMatch(RawPath.text(path), false))) {
            left++;
        } else {
            missing.add(path);
        }
    }
}
