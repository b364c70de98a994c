package dev.pawl.evidence.tree;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Files of the commit that a directory of the user has checked out, beneath that directory. Nothing is written. */
public final class CommittedFiles implements FileTree {
    private final Git git = new Git("git");
    private final Path directory;
    private final Set<String> files = new LinkedHashSet<>();
    private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException for a directory that is in no repository with a commit */
    public CommittedFiles(Path directory) {
        this.directory = directory;
        GitResult listed = git.attempt(GitCommand.in(directory, "ls-tree", "-r", "-z", "--name-only", "HEAD"));
        if (!listed.ok()) {
            throw new IllegalArgumentException(
                    "%s is no git repository with a commit, so nothing can be said before a task copies it"
                            .formatted(directory));
        }
        for (String field : listed.fields()) {
            files.add(new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }

    @Override
    public Set<String> files() {
        return files;
    }

    @Override
    public byte @Nullable [] content(String path) {
        return read.computeIfAbsent(path, this::committed).orElse(null);
    }

    private Optional<byte[]> committed(String path) {
        if (!files.contains(path)) {
            return Optional.empty();
        }
        GitResult content = git.attempt(GitCommand.in(directory, "cat-file", "blob", "HEAD:./" + path));
        return content.ok() ? Optional.of(content.out()) : Optional.empty();
    }
}
