package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings files of a repository, at most 1 MiB of each. */
public final class SmallFile {
    public static final int LARGEST = 1 << 20;

    private SmallFile() {}

    /** One character per byte; empty if there is no such regular file. */
    public static String raw(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return RawPath.of(in.readNBytes(LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
