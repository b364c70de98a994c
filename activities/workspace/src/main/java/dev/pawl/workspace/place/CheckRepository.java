package dev.pawl.workspace.place;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lfs.LfsFiles;
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
 * Creates the repositories in which a task's checks run. Their HEAD is the state to check, as one commit on the commit
 * that the task started from, with its history, its tags and {@code origin/HEAD}; nothing is staged. They contain
 * nothing of the agent's repository: no settings, hooks or objects.
 */
public final class CheckRepository {
    private final Git git;
    private final WorkspaceRecord record;
    private final Path workspace;
    private final LfsFiles lfs;
    private final Path history;

    /** @param history directory of the commits below the base; may not exist yet */
    public CheckRepository(Git git, WorkspaceRecord record, Path workspace, LfsFiles lfs, Path history) {
        this.git = git;
        this.record = record;
        this.workspace = workspace;
        this.lfs = lfs;
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

    /** The directory that a check has to see besides its repository. */
    public Path history() {
        return history;
    }

    /** Whether checks run in a repository, since the workspace is one, too. */
    public boolean wanted() {
        return record.repository() || Files.isDirectory(ofWorkspace(), LinkOption.NOFOLLOW_LINKS);
    }

    /** The agent's repository in an isolated workspace; empty if none can be replaced for checks. */
    public Optional<Path> replaceable() {
        return record.inPlace() || !Files.isDirectory(ofWorkspace(), LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of(ofWorkspace());
    }

    /** In a directory that only Pawl has written to, and whose whole content is checked. Does nothing if not needed. */
    public void make(Path directory) {
        if (wanted()) {
            make(directory, directory.resolve(".git"), null);
        }
    }

    /** Outside of the workspace, replacing an earlier one. */
    public void make(Path gitDirectory, Collection<String> files) {
        Removal.remove(gitDirectory);
        make(workspace, gitDirectory, files.stream().map(RawPath::raw).toList());
    }

    private void make(Path directory, Path gitDirectory, @Nullable List<String> files) {
        String head = record.head();
        try {
            new RepositoryDraft(git, directory, gitDirectory, head, base(head).orElse(null))
                    .make(files, record.exclude(), record.shape(), lfs);
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
