package dev.pawl.workspace.surroundings;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRules;
import dev.pawl.workspace.scan.IgnoreRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what an agent must leave alone around a workspace. */
public final class SurroundingsFinder {
    private final HostDirectories host;
    private final Git git;

    public SurroundingsFinder(HostDirectories host, Git git) {
        this.host = host;
        this.git = git;
    }

    public Surroundings of(String taskId, WorkspaceRecord record) {
        IgnoreRules rules = new IgnoreRules(record.rules(), Set.of());
        Path source = watched(record);
        RepositoryMarks repository = repository(source, record);
        if (record.inPlace() && source != null) {
            return new Surroundings(repository, null, siblings(source));
        }
        DirectoryMarks own = source == null ? null : new DirectoryMarks(source, true, rules, List.of(host.home()));
        Path parent = host.workspaceParent(taskId);
        return new Surroundings(repository, own, beside(parent, host.workspace(taskId)));
    }

    /** The integration repository of a plan changes with each of its packages, and is no user's. */
    private @Nullable Path watched(WorkspaceRecord record) {
        Path source = record.source() == null ? null : Path.of(record.source());
        return source != null && host.isIntegration(source) ? null : source;
    }

    /** What is staged counts only if the agent does not work in the directory itself. */
    private @Nullable RepositoryMarks repository(@Nullable Path source, WorkspaceRecord record) {
        return source == null || !record.repository() ? null : new RepositoryMarks(git, source, !record.inPlace());
    }

    private @Nullable DirectoryMarks siblings(Path source) {
        Path parent = source.getParent();
        return parent == null || shared(parent) ? null : beside(parent, source);
    }

    private DirectoryMarks beside(Path parent, Path workspace) {
        return new DirectoryMarks(
                parent, false, new IgnoreRules(BaseRules.NONE, Set.of()), List.of(workspace, host.home()));
    }

    /** A home or a temporary directory changes all the time without any agent. */
    private static boolean shared(Path directory) {
        try {
            int mode = (Integer) Files.getAttribute(directory, "unix:mode");
            boolean sticky = (mode & 01000) != 0;
            return sticky || directory.equals(Path.of(System.getProperty("user.home")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
