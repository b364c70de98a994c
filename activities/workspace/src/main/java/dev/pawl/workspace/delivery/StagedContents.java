package dev.pawl.workspace.delivery;

import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.snapshot.RawChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Files of Git LFS in a private directory: a patch is applied to their pointers. */
record StagedContents(LfsFiles lfs, Path stage) {
    /** Replaces a content by its pointer. */
    void empty(String path) throws IOException {
        Path file = RawPath.resolve(stage, path);
        if (lfs.names(path) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.write(file, lfs.pointer(() -> Files.newInputStream(file)));
        }
    }

    /** Replaces the pointers of changed files by their contents. */
    void fill(List<RawChange> changes) throws IOException {
        for (RawChange change : changes) {
            Path file = RawPath.resolve(stage, change.path());
            if (lfs.names(change.path()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                fill(file);
            }
        }
    }

    private void fill(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LfsFiles.LONGEST_POINTER + 1);
        }
        lfs.fill(file, start);
    }
}
