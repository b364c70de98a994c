package dev.pawl.evidence;

import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * File system attributes that show that a file was written meanwhile, even if its content was restored: only the system
 * sets the change time of a file (ctime).
 */
final class FileMarks {
    private static final String GONE = "gone";

    private final Path directory;
    private final Map<String, String> marks = new HashMap<>();

    private FileMarks(Path directory) {
        this.directory = directory;
    }

    /** @param paths as in snapshots */
    static FileMarks of(Path directory, Collection<String> paths) {
        FileMarks marks = new FileMarks(directory);
        paths.forEach(path -> marks.marks.put(path, marks.now(path)));
        return marks;
    }

    /** The files that were written, replaced, moved or removed since, in order. */
    Set<String> written() {
        Set<String> written = new TreeSet<>();
        marks.forEach((path, mark) -> {
            if (!mark.equals(now(path))) {
                written.add(path);
            }
        });
        return written;
    }

    private String now(String path) {
        try {
            Map<String, Object> attributes = Files.readAttributes(
                    RawPath.resolve(directory, RawPath.raw(path)),
                    "unix:ino,ctime,mode,size",
                    LinkOption.NOFOLLOW_LINKS);
            return "%s %s %s %s"
                    .formatted(
                            attributes.get("ino"),
                            attributes.get("ctime"),
                            attributes.get("mode"),
                            attributes.get("size"));
        } catch (IOException missing) {
            return GONE;
        }
    }
}
