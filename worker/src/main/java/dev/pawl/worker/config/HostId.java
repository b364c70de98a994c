package dev.pawl.worker.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Identifies this host to the engine, in the names of its task queues. Kept in the home, so that workspaces are found
 * again after a restart by the queue of their host.
 */
public record HostId(String value) {
    private static final String FILE = "host-id";

    /**
     * Returns the configured id, else the one kept in the home, created on first use. Concurrent first uses return the
     * same id.
     */
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
            // Unlike a move, a link never replaces the id that another process has just created.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other process's id counts.
        } finally {
            Files.delete(draft);
        }
    }
}
