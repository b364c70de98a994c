package dev.pawl.worker.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The bearer token of those who read health and metrics: a file of Pawl's home, shared by the workers of the home. */
public final class MetricsToken {
    private static final int BYTES = 32;

    private final byte[] value;

    private MetricsToken(String value) {
        this.value = value.getBytes(StandardCharsets.UTF_8);
    }

    public static Path file(Path home) {
        return home.resolve("metrics-token");
    }

    /**
     * Reads the file; creates it, readable only by its owner, if it does not exist.
     *
     * @throws IllegalStateException if it is empty
     */
    public static MetricsToken of(Path home) throws IOException {
        Path file = file(home);
        if (!Files.exists(file)) {
            create(home);
        }
        String token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IllegalStateException(file + " is empty; remove it, and a new token is created");
        }
        return new MetricsToken(token);
    }

    /** A link to a complete file: of two workers that start at once, one creates it. */
    private static void create(Path home) throws IOException {
        Files.createDirectories(home);
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                home,
                ".metrics-token",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.createLink(file(home), draft);
        } catch (FileAlreadyExistsException createdMeanwhile) {
            // That one counts.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** In constant time, so that timing reveals nothing. */
    boolean is(String sent) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), value);
    }
}
