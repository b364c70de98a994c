package dev.pawl.workspace.directory;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies a plain directory: files with their permissions, links as links, no repositories, pipes or sockets. */
final class DirectoryCopy {
    static final int FILES = 500_000;
    static final long BYTES = 20L << 30;

    private final Path source;
    private int files;
    private long bytes;
    private int repositories;

    private DirectoryCopy(Path source) {
        this.source = source;
    }

    /** @return number of repositories inside, whose files were copied without their history */
    static int copy(Path source, Path target) {
        DirectoryCopy copy = new DirectoryCopy(source);
        copy.directory(source, target);
        return copy.repositories;
    }

    private void directory(Path from, Path to) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            Files.createDirectories(to);
            for (Path entry : entries) {
                entry(entry, to.resolve(entry.getFileName()));
            }
        } catch (IOException e) {
            throw new WorkspaceUnusableException(
                    "workspace %s cannot be copied: %s; make it readable or remove it".formatted(source, e), e);
        }
    }

    private void entry(Path from, Path to) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(from, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (RawPath.name(from).equals(".git")) {
            repositories++;
        } else if (attributes.isDirectory()) {
            directory(from, to);
        } else if (!attributes.isOther()) {
            count(attributes);
            file(from, to);
        }
    }

    static void file(Path from, Path to) throws IOException {
        Files.copy(
                from,
                to,
                LinkOption.NOFOLLOW_LINKS,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void count(BasicFileAttributes attributes) {
        files++;
        bytes += attributes.size();
        if (files > FILES || bytes > BYTES) {
            throw new WorkspaceUnusableException(
                    "workspace %s has more than %d files or %d GiB; name a smaller directory, make it a git repository or use mode: in-place"
                            .formatted(source, FILES, BYTES >> 30));
        }
    }
}
