package dev.pawl.workspace.surroundings;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.notes.WorkspaceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the programs of a task must not write: the user's directory and repository, and Pawl's home with the workspaces
 * of other tasks. If the directory contains the user's home or the temporary files, only the repository: tools have
 * their caches there.
 */
public final class ProtectedPlaces {
    private final HostDirectories host;
    private final Git git;

    public ProtectedPlaces(HostDirectories host, Git git) {
        this.host = host;
        this.git = git;
    }

    /** @param writable exceptions for these programs */
    public WriteProtection of(WorkspaceRecord record, Path... writable) {
        List<Path> readOnly = new ArrayList<>(List.of(host.home()));
        if (record.source() != null) {
            Path source = Path.of(record.source());
            if (record.repository()) {
                readOnly.addAll(new RepositoryMarks(git, source, false).places());
            }
            if (!record.inPlace() && !shared(source)) {
                readOnly.add(source);
            }
        }
        return new WriteProtection(readOnly, List.of(writable));
    }

    private static boolean shared(Path source) {
        return Stream.of("user.home", "java.io.tmpdir")
                .map(name -> Path.of(System.getProperty(name)).toAbsolutePath().normalize())
                .anyMatch(path -> path.startsWith(source));
    }
}
