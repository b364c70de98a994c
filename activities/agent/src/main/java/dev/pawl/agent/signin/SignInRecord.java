package dev.pawl.agent.signin;

import dev.pawl.db.column.Sha256;
import dev.pawl.host.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one sign-in of this user and host, and a record of Pawl's own changes: digests before and after each. It
 * distinguishes a user who signed in again from an earlier run that copied back.
 */
final class SignInRecord implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEPT = 100;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private SignInRecord(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for other runs.
     *
     * @param signIn the user's file, with links resolved
     */
    static SignInRecord lock(Path directory, Path signIn) throws IOException, InterruptedException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String name =
                Sha256.of(signIn.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        FileChannel channel = FileChannel.open(
                directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (FileLock lock = attempt(channel); ; lock = attempt(channel)) {
                if (lock != null) {
                    return new SignInRecord(directory.resolve(name), channel, lock);
                }
                if (System.nanoTime() - end >= 0) {
                    throw new IOException("another run has held the lock of " + signIn + " for " + PATIENCE);
                }
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException anotherRunOfThisWorker) {
            return null;
        }
    }

    /** Whether only runs changed the sign-in from one content to the other. */
    boolean leads(String from, String to) throws IOException {
        if (from.equals(to)) {
            return true;
        }
        List<String> known = read();
        int begin = known.indexOf(from);
        return begin >= 0 && known.lastIndexOf(to) > begin;
    }

    void changed(String from, String to) throws IOException {
        List<String> known = read();
        if (known.isEmpty() || !known.getLast().equals(from)) {
            known.clear();
            known.add(from);
        }
        known.add(to);
        List<String> kept = known.subList(Math.max(0, known.size() - KEPT), known.size());
        AtomicFile.replace(file, String.join("\n", kept).getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> read() throws IOException {
        return Files.exists(file)
                ? new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1))
                : new ArrayList<>();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
