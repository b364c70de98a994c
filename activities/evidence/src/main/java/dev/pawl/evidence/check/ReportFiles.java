package dev.pawl.evidence.check;

import dev.pawl.evidence.report.JUnitXml;
import dev.pawl.evidence.tree.PathGlob;
import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Report files of test runners below a directory that untrusted code writes. Files from before a run are not its
 * results. Not thread-safe.
 */
final class ReportFiles {
    private static final int MAX_FILES = 20_000;
    private static final Set<String> SKIPPED = Set.of(".git", "node_modules", ".venv", ".gradle");

    private final Path directory;
    private final Path top;
    private final List<PathGlob> globs;
    private final Map<Path, String> before = new HashMap<>();

    /**
     * @param top where to look, relative to the directory; empty for all of it
     * @param globs relative to {@code top}
     */
    ReportFiles(Path directory, String top, List<String> globs) {
        this.directory = directory;
        this.top = Path.of(top);
        this.globs = PathGlob.all(globs);
    }

    private interface Work {
        /** @param stamps of the existing files; they differ if a file differs */
        void on(UntrustedTree tree, SortedMap<Path, String> stamps) throws IOException;
    }

    void clear() throws IOException {
        with((tree, stamps) -> {
            for (Path file : stamps.keySet()) {
                tree.remove(file);
            }
        });
    }

    /** For directories that may hold other files than reports: from now on, only files written anew count. */
    void remember() throws IOException {
        before.clear();
        with((tree, stamps) -> before.putAll(stamps));
    }

    /** Reads the reports in the order of their paths. */
    void read(JUnitXml xml) throws IOException {
        with((tree, stamps) -> stamps.forEach((file, stamp) -> {
            if (!stamp.equals(before.get(file))) {
                xml.read(tree, file);
            }
        }));
    }

    private void with(Work work) throws IOException {
        if (globs.isEmpty()) {
            return;
        }
        try (UntrustedTree tree = UntrustedTree.open(directory)) {
            SortedMap<Path, String> stamps = new TreeMap<>();
            look(tree, top, stamps);
            work.on(tree, stamps);
        } catch (NoSuchFileException | UnexpectedFileException noDirectory) {
            // No reports.
        }
    }

    private void look(UntrustedTree tree, Path path, Map<Path, String> stamps) throws IOException {
        for (Path name : tree.names(path)) {
            Path entry = path.resolve(name);
            try {
                BasicFileAttributes attributes = tree.attributes(entry);
                if (attributes.isDirectory()) {
                    if (!SKIPPED.contains(name.toString())) {
                        look(tree, entry, stamps);
                    }
                } else if (stamps.size() < MAX_FILES
                        && PathGlob.any(globs, top.relativize(entry).toString().replace('\\', '/'))) {
                    stamps.put(entry, stamp(attributes));
                }
            } catch (NoSuchFileException | UnexpectedFileException | AccessDeniedException unreadable) {
                // Unreadable entries are not reports.
            }
        }
    }

    private static String stamp(BasicFileAttributes now) {
        return "%s %d %s".formatted(now.lastModifiedTime(), now.size(), now.fileKey());
    }
}
