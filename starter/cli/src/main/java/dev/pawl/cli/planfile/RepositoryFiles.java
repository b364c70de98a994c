package dev.pawl.cli.planfile;

import dev.pawl.api.plan.PathGlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a plan starts from. */
public final class RepositoryFiles {
    private final NavigableSet<String> files;

    private RepositoryFiles(NavigableSet<String> files) {
        this.files = files;
    }

    /**
     * The files at HEAD, or for a plain directory those that are there. Null if a git repository has no commit.
     *
     * @throws IOException if the directory can't be read, or if there is no git
     */
    public static @Nullable RepositoryFiles read(Path directory) throws IOException {
        boolean bare =
                Files.isRegularFile(directory.resolve("HEAD")) && Files.isDirectory(directory.resolve("objects"));
        return Files.exists(directory.resolve(".git")) || bare ? atHead(directory) : of(filesOf(directory));
    }

    private static @Nullable RepositoryFiles atHead(Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "ls-tree", "-r", "-z", "--name-only", "HEAD")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent()));
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

    private static List<String> filesOf(Path directory) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return String.valueOf(each.getFileName()).equals(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(directory.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** A repository with these files. */
    public static RepositoryFiles of(Collection<String> files) {
        TreeSet<String> sorted = new TreeSet<>(files);
        sorted.remove("");
        return new RepositoryFiles(sorted);
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
