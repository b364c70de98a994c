package dev.pawl.activities.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Report files of test runners below a directory. What lies there before a run is no result of it. Not thread-safe. */
final class ReportFiles {
    private static final int MAX_FILES = 20_000;
    private static final Set<String> SKIPPED = Set.of(".git", "node_modules", ".venv", ".gradle");

    private final Path directory;
    private final List<PathGlob> globs;
    private final Map<Path, String> before = new HashMap<>();

    ReportFiles(Path directory, List<String> globs) {
        this.directory = directory;
        this.globs = PathGlob.all(globs);
    }

    void clear() throws IOException {
        for (Path file : all()) {
            Files.deleteIfExists(file);
        }
    }

    /** For places where other files than reports may lie: from now on only what is written anew counts. */
    void remember() throws IOException {
        before.clear();
        for (Path file : all()) {
            before.put(file, stamp(file));
        }
    }

    /** In the order of their paths. */
    List<Path> find() throws IOException {
        List<Path> written = new ArrayList<>();
        for (Path file : all()) {
            if (!stamp(file).equals(before.get(file))) {
                written.add(file);
            }
        }
        return written;
    }

    private static String stamp(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return "%s %d %s".formatted(now.lastModifiedTime(), now.size(), now.fileKey());
    }

    private List<Path> all() throws IOException {
        if (globs.isEmpty() || !Files.isDirectory(directory)) {
            return List.of();
        }
        Set<Path> found = new TreeSet<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                Path name = path.getFileName();
                boolean skip = name != null && SKIPPED.contains(name.toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                String relative = directory.relativize(path).toString().replace('\\', '/');
                if (PathGlob.any(globs, relative)) {
                    found.add(path);
                }
                return found.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return new ArrayList<>(found);
    }
}
