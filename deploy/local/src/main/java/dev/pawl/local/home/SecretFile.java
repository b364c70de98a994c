package dev.pawl.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is created once and readable only by its owner. */
public final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** Returns the secret, creating the file if necessary. */
    public static String read(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            AtomicFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip();
    }
}
