package dev.pawl.workspace.delivery;

import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.snapshot.RawChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Optional<Path> content;
        try (InputStream in = Files.newInputStream(file)) {
            content = lfs.content(in.readNBytes(LfsFiles.LONGEST_POINTER + 1));
        }
        if (content.isPresent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            Files.copy(content.get(), file, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
