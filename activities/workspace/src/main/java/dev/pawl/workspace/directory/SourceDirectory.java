package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workspace.WorkspaceUnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The directory that the user named, as its canonical path, or why it cannot be a workspace. The only one of Pawl's own
 * that can be is the integration repository of a plan, for its packages.
 */
final class SourceDirectory {
    private SourceDirectory() {}

    static Path canonical(String named, HostDirectories host) {
        Path path = parsed(named);
        if (!path.isAbsolute()) {
            throw new WorkspaceUnusableException("workspace '%s' is not an absolute path".formatted(named));
        }
        if (!Files.exists(path)) {
            throw new WorkspaceUnusableException(
                    "workspace %s does not exist; make the directory or correct 'workspace:'".formatted(named));
        }
        if (!Files.isDirectory(path)) {
            throw new WorkspaceUnusableException(
                    "workspace %s is not a directory; name the directory it is in".formatted(named));
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw new WorkspaceUnusableException(
                    "workspace %s cannot be read; give the user Pawl runs as permission to".formatted(named));
        }
        return outside(real(path), host);
    }

    private static Path parsed(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw new WorkspaceUnusableException(
                    "workspace '%s' is not a valid path here (%s); a worker with a UTF-8 locale, for example LC_ALL=C.UTF-8, reads every name"
                            .formatted(named, e.getReason()),
                    e);
        }
    }

    private static Path outside(Path real, HostDirectories host) {
        Path home = Files.exists(host.home()) ? real(host.home()) : host.home();
        if (real.startsWith(home) && !host.isIntegration(real)) {
            throw new WorkspaceUnusableException(
                    "workspace %s is inside Pawl's own directory %s; name one outside of it".formatted(real, home));
        }
        return real;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot resolve " + path, e);
        }
    }
}
