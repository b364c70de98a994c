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
 * The workers that share a home. Each holds the lock of a file of its own, which the system gives back however its
 * process ends: so that what a dead worker left can be told from what a living one uses.
 */
public final class HomeWorkers implements AutoCloseable {
    /** A file of this JVM's must not be opened again: closing it would give back the lock. */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final String id;
    private final FileChannel channel;

    private HomeWorkers(Path directory, String id, FileChannel channel) {
        this.directory = directory;
        this.id = id;
        this.channel = channel;
    }

    /** Says that a new worker lives, until closed. */
    public static HomeWorkers join(Path home) {
        HostDirectories directories = new HostDirectories(home);
        String id = directories.worker();
        Path directory = directories.create(directories.workers());
        HERE.add(id);
        try {
            return new HomeWorkers(directory, id, held(directory, id));
        } catch (IOException e) {
            throw new UncheckedIOException("this worker cannot say that it lives in " + directory, e);
        }
    }

    /** Locked before it has its name: whoever finds the file finds it locked. */
    private static FileChannel held(Path directory, String id) throws IOException {
        Path draft = directory.resolve("." + id);
        FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        channel.write(ByteBuffer.wrap(
                "pid %d\n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        Files.move(draft, directory.resolve(id));
        return channel;
    }

    /** This worker's id, which no other ever had. */
    public String id() {
        return id;
    }

    /** The workers of this home that live, this one among them, by id. */
    public Set<String> living() {
        Set<String> living = new TreeSet<>();
        for (String worker : all()) {
            if (!tryLocked(worker, dead -> {})) {
                living.add(worker);
            }
        }
        return living;
    }

    /** The workers of this home that died, by id. */
    public Set<String> dead() {
        Set<String> dead = new TreeSet<>(all());
        dead.removeAll(living());
        return dead;
    }

    /**
     * Cleans up after each worker that is dead, and forgets it where that succeeds. Several workers may do so at once: one
     * of them gets it.
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
            throw new UncheckedIOException("cannot see who lives in " + directory, e);
        }
    }

    /** @return false where the worker lives */
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
            throw new UncheckedIOException("cannot tell whether worker " + worker + " lives", e);
        }
    }

    private void forget(String worker) {
        try {
            Files.deleteIfExists(directory.resolve(worker));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget worker " + worker, e);
        }
    }

    /** Says that this worker has ended in order. Idempotent. */
    @Override
    public void close() throws IOException {
        forget(id);
        channel.close();
        HERE.remove(id);
    }
}
