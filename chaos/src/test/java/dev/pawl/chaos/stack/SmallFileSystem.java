package dev.pawl.chaos.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory that is small enough to be filled. Mounting it requires root. */
public final class SmallFileSystem implements AutoCloseable {
    private static final boolean POSSIBLE = tryOne();
    private static final int[] BLOCKS = {1 << 20, 1 << 12, 1};

    private final Path directory;
    private final boolean mounted;

    private SmallFileSystem(Path directory, boolean mounted) {
        this.directory = directory;
        this.mounted = mounted;
    }

    /** Whether this machine permits mounting; otherwise plain directories are used, which cannot be full. */
    public static boolean possible() {
        return POSSIBLE;
    }

    /**
     * @param directory empty or absent
     * @param size as an option of mount
     */
    static SmallFileSystem on(Path directory, String size) throws IOException {
        Files.createDirectories(directory);
        return new SmallFileSystem(directory, POSSIBLE && mount(directory, size));
    }

    /** To the last byte. */
    void fill() {
        for (int block : BLOCKS) {
            try (OutputStream file = Files.newOutputStream(directory.resolve("filler-" + block))) {
                byte[] zeros = new byte[block];
                while (true) {
                    file.write(zeros);
                }
            } catch (IOException full) {
                // As intended: no more of this size fits.
            }
        }
    }

    void free() {
        try {
            for (int block : BLOCKS) {
                Files.deleteIfExists(directory.resolve("filler-" + block));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            // Lazily: a program that is about to end may still use it.
            run(List.of("umount", "-l", directory.toString()));
        }
    }

    private static boolean tryOne() {
        try {
            Path directory = Files.createTempDirectory("pawl-small");
            boolean mounted = mount(directory, "1m");
            new SmallFileSystem(directory, mounted).close();
            Files.delete(directory);
            return mounted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mount(Path directory, String size) {
        return run(List.of("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + size, "pawl-chaos", directory.toString()));
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
