package dev.pawl.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret made once and readable by its owner only. */
public final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** The secret in the file, which is made when it is not there. */
    public static String read(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            AtomicFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip();
    }
}
