package dev.pawl.workspace.copy;

import dev.pawl.host.file.Removal;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The copied files of a task, as they were when it started. They are kept where no agent writes, so that every
 * checkout has the same ones.
 */
public final class CopiedFiles {
    private static final int NAMED = 5;

    private final Path store;
    private final List<String> paths;

    /**
     * @param store a directory of Pawl's own
     * @param paths raw
     */
    public CopiedFiles(Path store, List<String> paths) {
        this.store = store;
        this.paths = List.copyOf(paths);
    }

    /**
     * @param paths raw
     * @param notes for people
     */
    public record Taken(List<String> paths, List<String> notes) {
        public static final Taken NOTHING = new Taken(List.of(), List.of());
    }

    /**
     * Stores what the patterns of a task and the {@code .worktreeinclude} of a directory name there, in place of what is
     * stored.
     *
     * @param own Pawl's own directory
     * @param tracked raw paths of files that come from the repository anyway
     * @throws WorkspaceUnusableException if it is too much, or anything but regular files that can be read
     */
    public static Taken take(Path source, List<String> patterns, Set<String> tracked, Path own, Path store) {
        CopyPatterns rules = CopyPatterns.of(source, patterns);
        Removal.remove(store);
        if (rules.empty()) {
            return Taken.NOTHING;
        }
        try (UntrustedTree tree = UntrustedTree.open(source)) {
            CopySearch search = new CopySearch(source, own, tracked, rules, tree);
            List<String> found = search.files();
            for (String path : found) {
                keep(tree, source, path, store);
            }
            return new Taken(found, notes(source, rules, found, search.left()));
        } catch (IOException e) {
            throw new WorkspaceUnusableException("copy: %s cannot be read: %s".formatted(source, e.getMessage()), e);
        }
    }

    private static void keep(UntrustedTree tree, Path source, String path, Path store) throws IOException {
        Path to = RawPath.resolve(store, path);
        Files.createDirectories(to.resolveSibling("."));
        try (SeekableByteChannel from = tree.open(RawPath.path(path), CopySearch.BYTES)) {
            Files.copy(Channels.newInputStream(from), to);
        }
        Path original = RawPath.resolve(source, path);
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(original, LinkOption.NOFOLLOW_LINKS));
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(original, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<String> notes(Path source, CopyPatterns rules, List<String> found, int left) {
        List<String> notes = new ArrayList<>();
        if (!found.isEmpty()) {
            String named = String.join(
                    ", ", found.stream().limit(NAMED).map(RawPath::display).toList());
            notes.add("%d copied files are not part of the result: %s%s"
                    .formatted(found.size(), named, found.size() > NAMED ? ", …" : ""));
        }
        if (left > 0) {
            notes.add("copy: %d links and special files in the copied directories were left out".formatted(left));
        }
        rules.idle(found)
                .forEach(pattern -> notes.add("copy: '%s' names no untracked file in %s".formatted(pattern, source)));
        return notes;
    }

    /**
     * Puts them into a directory, in place of other files of their names, but not of anything that is a file where they
     * need a directory.
     *
     * @return whether one was missing or different
     */
    public boolean into(Path directory) {
        boolean changed = false;
        try {
            for (String path : paths) {
                changed |= into(directory, path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copied files cannot be written", e);
        }
        return changed;
    }

    private boolean into(Path directory, String path) throws IOException {
        Path from = RawPath.resolve(store, path);
        Path to = RawPath.resolve(directory, path);
        if (!Files.exists(from) || !reached(directory, RawPath.parent(path)) || same(from, to)) {
            return false;
        }
        Removal.remove(to);
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        return true;
    }

    private static boolean same(Path from, Path to) throws IOException {
        return Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS)
                && Files.isReadable(to)
                && Files.mismatch(from, to) < 0
                && Files.getPosixFilePermissions(from).equals(Files.getPosixFilePermissions(to));
    }

    /** Makes the directory, unless something else or a link is in its place. */
    private static boolean reached(Path root, String directory) throws IOException {
        if (directory.isEmpty()) {
            return true;
        }
        Path path = RawPath.resolve(root, directory);
        if (!reached(root, RawPath.parent(directory))) {
            return false;
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(path);
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The values in them that are shown to nobody. */
    public List<Secret> secrets() {
        return CopiedSecrets.of(store, paths);
    }
}
