package dev.pawl.workspace.surroundings;

import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.scan.IgnoreRules;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Marks of the files in a directory from their entries (size, times, mode), without reading them. The change time
 * cannot be set back, so a file that was written and given its old time is still noticed.
 *
 * @param deep whether to include subdirectories; otherwise only their names count
 * @param left what to skip
 */
record DirectoryMarks(Path root, boolean deep, IgnoreRules rules, List<Path> left) {
    private static final int MOST = 100_000;

    void look(String prefix, Map<String, String> marks) {
        directory(prefix, "", root, marks, MOST + marks.size());
    }

    private void directory(String prefix, String path, Path directory, Map<String, String> marks, int limit) {
        for (Path entry : entries(directory)) {
            String child = RawPath.child(path, RawPath.name(entry));
            if (marks.size() >= limit) {
                marks.put(Surroundings.PARTIAL, "");
                return;
            }
            if (left.contains(entry)) {
                continue;
            }
            if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                marks.put(prefix + RawPath.display(child), mark(entry));
            } else if (!deep) {
                marks.put(prefix + RawPath.display(child), "directory");
            } else if (!RawPath.name(entry).equals(".git") && !rules.names(child, true)) {
                directory(prefix, child, entry, marks, limit);
            }
        }
    }

    private static String mark(Path file) {
        try {
            return Files.readAttributes(file, "unix:mode,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS)
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(attribute -> attribute.getValue().toString())
                    .reduce("", (a, b) -> a + " " + b);
        } catch (IOException e) {
            return "gone";
        }
    }

    private static List<Path> entries(Path directory) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // unreadable both times, or its files would appear removed
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }
}
