package dev.pawl.worker.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who this host is to the engine: the name of its task queues. Kept under home, because a workspace is found again
 * after a restart by the queue of the host that has it.
 */
public record HostId(String value) {
    private static final String FILE = "host-id";

    /** The configured id, else the one kept under home, made on first use. Two at once get the same. */
    public static HostId of(PawlProperties properties) {
        String configured = properties.host().id();
        return new HostId(configured == null ? kept(properties.homeDirectory()) : configured);
    }

    private static String kept(Path home) {
        Path file = home.resolve(FILE);
        try {
            Files.createDirectories(home);
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep this host's id in " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        String id = "h" + UUID.randomUUID().toString().replace("-", "").substring(0, 11);
        Path draft = file.resolveSibling(FILE + "." + id);
        Files.write(draft, id.getBytes(StandardCharsets.US_ASCII));
        try {
            // A link, unlike a move, never replaces the id another process just made.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // That one counts.
        } finally {
            Files.delete(draft);
        }
    }
}
