package dev.pawl.workspace.directory;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Takes over the base and the snapshots of another task, which stay as they are. */
final class ForkedWorkspace {
    private final ShadowRepository of;
    private final ShadowRepository own;

    /** @param own replaced if it exists */
    ForkedWorkspace(ShadowRepository of, ShadowRepository own) {
        this.of = of;
        this.own = own;
    }

    /**
     * @param record of the other task; null if this host has none
     * @throws WorkspaceUnusableException saying what to do
     */
    WorkspaceRecord take(@Nullable WorkspaceRecord record, String taskId, String snapshot) {
        if (record == null || !of.has(snapshot)) {
            throw new WorkspaceUnusableException(
                    "this host has no snapshot %s of task %s any more; retry the task instead"
                            .formatted(snapshot, taskId));
        }
        if (record.inPlace()) {
            throw new WorkspaceUnusableException(
                    "task %s worked in your directory itself; retry it instead of forking it".formatted(taskId));
        }
        Removal.remove(own.directory());
        try {
            copy(of.directory(), own.directory(), of.notes());
            Files.createDirectories(own.notes());
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshots of task %s cannot be copied".formatted(taskId), e);
        }
        return record;
    }

    private static void copy(Path from, Path to, Path leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.equals(leftOut)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
