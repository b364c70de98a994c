package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Section;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the patterns of files to copy. Reports literal names that cannot be copied; the worker's host checks the others
 * before an agent works.
 */
final class CopyReader {
    private static final String KEY = "copy";
    private static final Pattern GLOB = Pattern.compile("[*?\\[\\\\]");
    private static final int FILES = 20_000;
    private static final long BYTES = 256L << 20;

    private final Section keys;
    private final String target;
    private final @Nullable Path workspace;

    /**
     * @param target key of the directory to copy from
     * @param workspace that directory; null if there is none, or if it was reported
     */
    CopyReader(Section keys, String target, @Nullable Path workspace) {
        this.keys = keys;
        this.target = target;
        this.workspace = workspace;
    }

    List<String> read() {
        List<String> patterns = keys.texts(KEY);
        boolean inside = patterns.stream().noneMatch(CopyReader::leadsOut);
        if (!patterns.isEmpty() && inside && !keys.has(target)) {
            keys.problem(
                    KEY, "without a " + target + " there is nothing to copy from", "name it with '" + target + "'");
        }
        patterns.forEach(this::check);
        return patterns;
    }

    private void check(String pattern) {
        if (leadsOut(pattern)) {
            keys.problem(KEY, "'" + pattern + "' leads out of the workspace", "patterns are relative to the workspace");
        } else if (workspace != null
                && !pattern.startsWith("!")
                && !GLOB.matcher(pattern).find()) {
            literal(pattern, workspace);
        }
    }

    private static boolean leadsOut(String pattern) {
        return Places.leavesWorkspace(pattern.startsWith("!") ? pattern.substring(1) : pattern);
    }

    private void literal(String name, Path root) {
        try {
            Path place = root.resolve(name);
            if (Files.isSymbolicLink(place)) {
                keys.problem(KEY, "'" + name + "' is a link, and only files are copied", "put a copy of it there");
            } else if (Files.isDirectory(place) && tooMuch(place)) {
                keys.problem(
                        KEY,
                        "'%s' has more than %d MiB or %d files".formatted(name, BYTES >> 20, FILES),
                        "copy small files such as .env, and let a 'setup' command make the rest");
            }
        } catch (InvalidPathException | IOException e) {
            // Reported by the host that copies it.
        }
    }

    private static boolean tooMuch(Path directory) throws IOException {
        Size size = new Size();
        Files.walkFileTree(directory, size);
        return size.exceeded();
    }

    private static final class Size extends SimpleFileVisitor<Path> {
        private int files;
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            bytes += attributes.size();
            return exceeded() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        boolean exceeded() {
            return files > FILES || bytes > BYTES;
        }
    }
}
