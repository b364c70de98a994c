package dev.pawl.cli.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of a repository as a project: its files, read without running anything.
 *
 * @param root of the repository, absolute
 * @param below the directory in it; empty for the root
 */
record Tree(Path root, String below) {
    private static final int LARGEST = 1024 * 1024;
    private static final int MOST = 5_000;
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "target", "build", "dist", "out", "vendor", "venv", "__pycache__", "coverage");

    private Path directory() {
        return root.resolve(below);
    }

    boolean has(String path) {
        return Files.exists(directory().resolve(path));
    }

    /** Of a small file; empty if it can't be read. */
    String text(String path) {
        Path file = directory().resolve(path);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Names of the files directly in it, sorted. */
    List<String> files() {
        return entries().filter(Files::isRegularFile).map(Tree::name).toList();
    }

    /** Its directories that may hold projects, sorted. */
    List<Tree> directories() {
        return entries()
                .filter(Files::isDirectory)
                .filter(path -> !Files.isSymbolicLink(path))
                .map(Tree::name)
                .filter(name -> !name.startsWith(".") && !SKIPPED.contains(name))
                .map(name -> new Tree(root, below.isEmpty() ? name : below + "/" + name))
                .toList();
    }

    /** Files in it and in its directories down to a depth, as paths relative to it. */
    List<String> files(int depth) {
        return deep(depth).limit(MOST).toList();
    }

    private Stream<String> deep(int depth) {
        Stream<String> own = files().stream();
        return depth <= 1
                ? own
                : Stream.concat(
                        own,
                        directories().stream()
                                .flatMap(directory -> directory
                                        .deep(depth - 1)
                                        .map(path -> directory.directory().getFileName() + "/" + path)));
    }

    private Stream<Path> entries() {
        try (Stream<Path> entries = Files.list(directory())) {
            return entries.sorted().toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
