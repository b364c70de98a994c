package dev.pawl.workspace.place;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.notes.WorkspaceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the repositories that a task's checks run in. Their HEAD is what is checked, as one commit on the commit that the
 * task started from, with its history, its tags and {@code origin/HEAD}; nothing is staged. Nothing in them is the agent's:
 * neither settings nor hooks nor objects.
 */
public final class CheckRepository {
    private final Git git;
    private final WorkspaceRecord record;
    private final Path workspace;
    private final Path history;

    /** @param history where the commits below the base are kept, or will be */
    public CheckRepository(Git git, WorkspaceRecord record, Path workspace, Path history) {
        this.git = git;
        this.record = record;
        this.workspace = workspace;
        this.history = history;
    }

    /** The directory that the agent works in. */
    public Path workspace() {
        return workspace;
    }

    /** The user's own directory, if there is one. */
    public Optional<Path> source() {
        return Optional.ofNullable(record.source()).map(Path::of);
    }

    /** What a check has to see beside its repository. */
    public Path history() {
        return history;
    }

    /** Whether checks run in one: the workspace is a repository as well. */
    public boolean wanted() {
        return record.repository() || Files.isDirectory(ofWorkspace(), LinkOption.NOFOLLOW_LINKS);
    }

    /** The agent's own in an isolated workspace; empty if there is none that can be replaced for checks. */
    public Optional<Path> replaceable() {
        return record.inPlace() || !Files.isDirectory(ofWorkspace(), LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of(ofWorkspace());
    }

    /** In a directory that only Pawl wrote to so far, all of which is checked. Does nothing if none is wanted. */
    public void make(Path directory) {
        if (wanted()) {
            make(directory, directory.resolve(".git"), null);
        }
    }

    /** Anew, outside of the workspace. */
    public void make(Path gitDirectory, Collection<String> files) {
        Removal.remove(gitDirectory);
        make(workspace, gitDirectory, files.stream().map(RawPath::raw).toList());
    }

    private void make(Path directory, Path gitDirectory, @Nullable List<String> files) {
        String head = record.head();
        try {
            new RepositoryDraft(git, directory, gitDirectory, head, base(head).orElse(null))
                    .make(files, record.rules().exclude());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a repository for checks", e);
        }
    }

    private Optional<BaseHistory> base(@Nullable String head) {
        if (head == null || record.source() == null) {
            return Optional.empty();
        }
        return SourceRepository.at(git, Path.of(record.source()))
                .flatMap(source -> BaseHistory.of(git, history, source, head));
    }

    private Path ofWorkspace() {
        return workspace.resolve(".git");
    }
}
