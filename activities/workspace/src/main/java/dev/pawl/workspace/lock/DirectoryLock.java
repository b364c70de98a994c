package dev.pawl.workspace.lock;

import dev.pawl.db.column.Sha256;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One writer at a time in a user's directory, among the processes of this host. The system releases it if its process
 * dies.
 */
public final class DirectoryLock implements AutoCloseable {
    /** A file that this process has locked must not be opened again: closing it would release the lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return empty if another writer has it */
    public static Optional<DirectoryLock> take(HostDirectories host, Path directory) {
        Path file = host.create(host.locks()).resolve(Sha256.of(RawPath.bytes(RawPath.target(directory))));
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        boolean held = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                held = channel.tryLock() != null;
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            return held ? Optional.of(new DirectoryLock(file, channel)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + directory, e);
        } finally {
            if (!held) {
                HELD.remove(file);
            }
        }
    }

    /** Whether another writer has it now. */
    static boolean taken(HostDirectories host, Path directory) {
        Optional<DirectoryLock> lock = take(host, directory);
        lock.ifPresent(DirectoryLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }
}
