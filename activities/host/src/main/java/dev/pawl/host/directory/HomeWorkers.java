package dev.pawl.host.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The workers that share a home. Each holds the lock of its own file, which the system releases however its process
 * ends, so that the leftovers of dead workers can be distinguished from files in use.
 */
public final class HomeWorkers implements AutoCloseable {
    /** A file of this JVM must not be opened again: closing it would release the lock. */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final String id;
    private final FileChannel channel;

    private HomeWorkers(Path directory, String id, FileChannel channel) {
        this.directory = directory;
        this.id = id;
        this.channel = channel;
    }

    /** Registers a new live worker, until closed. */
    public static HomeWorkers join(Path home) {
        HostDirectories directories = new HostDirectories(home);
        String id = directories.worker();
        Path directory = directories.create(directories.workers());
        HERE.add(id);
        try {
            return new HomeWorkers(directory, id, held(directory, id));
        } catch (IOException e) {
            throw new UncheckedIOException("this worker cannot register in " + directory, e);
        }
    }

    /** Locked before it gets its name, so that other workers always find it locked. */
    private static FileChannel held(Path directory, String id) throws IOException {
        Path draft = directory.resolve("." + id);
        FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        channel.write(ByteBuffer.wrap(
                "pid %d\n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        Files.move(draft, directory.resolve(id));
        return channel;
    }

    /** This worker's unique id. */
    public String id() {
        return id;
    }

    /** Ids of the live workers of this home, including this one. */
    public Set<String> living() {
        Set<String> living = new TreeSet<>();
        for (String worker : all()) {
            if (!tryLocked(worker, dead -> {})) {
                living.add(worker);
            }
        }
        return living;
    }

    /** Ids of the dead workers of this home. */
    public Set<String> dead() {
        Set<String> dead = new TreeSet<>(all());
        dead.removeAll(living());
        return dead;
    }

    /**
     * Cleans up after each dead worker, and removes its file on success. Safe to run concurrently: one of the workers
     * does it.
     */
    public void bury(Consumer<String> cleanUp) {
        for (String worker : all()) {
            tryLocked(worker, dead -> {
                cleanUp.accept(dead);
                forget(dead);
            });
        }
    }

    private List<String> all() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the workers of " + directory, e);
        }
    }

    /** @return false if the worker is alive */
    private boolean tryLocked(String worker, Consumer<String> work) {
        if (HERE.contains(worker)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(directory.resolve(worker), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                return false;
            }
            work.accept(worker);
            return true;
        } catch (NoSuchFileException buried) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot determine whether worker " + worker + " lives", e);
        }
    }

    private void forget(String worker) {
        try {
            Files.deleteIfExists(directory.resolve(worker));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the record of worker " + worker, e);
        }
    }

    /** Records that this worker has ended in order. Idempotent. */
    @Override
    public void close() throws IOException {
        forget(id);
        channel.close();
        HERE.remove(id);
    }
}
