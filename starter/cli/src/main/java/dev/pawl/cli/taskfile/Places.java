package dev.pawl.cli.taskfile;

import dev.pawl.cli.text.Nearest;
import dev.pawl.cli.yaml.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paths of a task file: the workspace, relative to the file, and paths inside it. */
final class Places {
    private static final String RELATIVE = "paths are relative to this file";

    private final Path file;

    Places(Path file) {
        this.file = file;
    }

    /** An existing directory, relative to the file; null if the key is absent, or if the directory was reported. */
    @Nullable
    Path directory(Section keys, String key) {
        String given = keys.text(key);
        if (given == null) {
            return null;
        }
        try {
            Path directory = file.resolveSibling(given).normalize();
            if (!Files.isDirectory(directory)) {
                String fault = Files.exists(directory) ? "is not a directory" : "does not exist";
                keys.problem(key, directory + " " + fault, similar(directory));
            } else if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
                keys.problem("workspace", directory + " is not readable", "make it readable for your user");
            }
            return directory;
        } catch (InvalidPathException e) {
            keys.problem(key, "no path: " + e.getReason(), null);
            return null;
        }
    }

    private static @Nullable String similar(Path directory) {
        Path parent = directory.getParent();
        if (parent == null || directory.getFileName() == null || !Files.isDirectory(parent)) {
            return RELATIVE;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names = siblings.filter(Files::isDirectory)
                    .map(sibling -> parent.relativize(sibling).toString())
                    .toList();
            return Nearest.to(directory.getFileName().toString(), names)
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse(RELATIVE);
        } catch (IOException unreadable) {
            return "its parent directory is not readable";
        }
    }

    /** Paths and globs of the workspace. */
    List<String> inside(Section keys, String key) {
        List<String> paths = keys.texts(key);
        for (String path : paths) {
            if (leavesWorkspace(path)) {
                keys.problem(key, "'" + path + "' leads out of the workspace", "paths are relative to the workspace");
            }
        }
        return paths;
    }

    static boolean leavesWorkspace(String path) {
        return path.startsWith("/")
                || path.equals("~")
                || path.startsWith("~/")
                || List.of(path.split("/")).contains("..");
    }
}
