package dev.pawl.agent.program;

import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Copies a program's session files: directories and files, but nothing that reaches outside, such as links of both
 * kinds, pipes, sockets and devices.
 */
final class SessionFiles {
    static final int FILES = 100_000;
    static final long BYTES = 4L << 30;

    private final UntrustedTree from;
    private final Path to;
    private int files;
    private long bytes;

    private SessionFiles(UntrustedTree from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Does nothing if there is no such directory.
     *
     * @param from a directory
     * @param to a directory that no agent has seen
     * @throws UnexpectedFileException if it is too large
     */
    static void copy(Path from, Path to, Path directory) throws IOException {
        try (UntrustedTree tree = UntrustedTree.open(from)) {
            if (tree.has(directory) && tree.attributes(directory).isDirectory()) {
                new SessionFiles(tree, to).directory(directory);
            }
        }
    }

    private void directory(Path directory) throws IOException {
        Files.createDirectories(to.resolve(directory));
        for (Path name : from.names(directory)) {
            Path entry = directory.resolve(name);
            PosixFileAttributes attributes = from.attributes(entry);
            if (attributes.isDirectory()) {
                directory(entry);
            } else if (attributes.isRegularFile() && from.alone(entry)) {
                file(entry);
            }
        }
    }

    private void file(Path file) throws IOException {
        try (SeekableByteChannel in = from.open(file, BYTES - bytes);
                OutputStream out = Files.newOutputStream(to.resolve(file))) {
            long size = in.size();
            bytes += size;
            if (++files > FILES) {
                throw new UnexpectedFileException(to.resolve(file), "is one of more than %d".formatted(FILES));
            }
            Channels.newInputStream(in).transferTo(out);
        }
    }
}
