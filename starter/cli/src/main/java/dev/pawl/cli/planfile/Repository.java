package dev.pawl.cli.planfile;

import dev.pawl.api.plan.PathGlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a repository at its HEAD. */
public final class Repository {
    private final TreeSet<String> files;

    private Repository(TreeSet<String> files) {
        this.files = files;
    }

    /** Null if the directory has no commit, or if there is no git. */
    public static @Nullable Repository read(Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "ls-tree", "-r", "-z", "--name-only", "HEAD")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? of(List.of(output.split("\0"))) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** A repository with these files. */
    public static Repository of(Collection<String> files) {
        TreeSet<String> sorted = new TreeSet<>(files);
        sorted.remove("");
        return new Repository(sorted);
    }

    public Collection<String> files() {
        return files;
    }

    /** Those that match. */
    public Stream<String> matching(PathGlob glob) {
        return files.tailSet(glob.start()).stream()
                .takeWhile(path -> path.startsWith(glob.start()))
                .filter(glob::matches);
    }

    /** Directories whose name has an extension, such as {@code Pawl.app}. */
    public Collection<String> ambiguousDirectories() {
        TreeSet<String> directories = new TreeSet<>();
        for (String file : files) {
            for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
                String directory = file.substring(0, slash);
                if (directory.indexOf('.', directory.lastIndexOf('/') + 2) > 0) {
                    directories.add(directory);
                }
            }
        }
        return directories;
    }
}
