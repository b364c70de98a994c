package dev.pawl.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the bearer token of callers. */
public final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private TokenFile() {}

    /**
     * @return the file's text without surrounding white space
     * @throws IllegalStateException if the file is empty
     * @throws UncheckedIOException if it cannot be read
     */
    public static String read(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new IllegalStateException("pawl.gateway.token-file: " + file + " is empty");
            }
            if (readableByOthers(file)) {
                LOG.warn("every user of this machine can read the token file {}: chmod 600 it", file);
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("pawl.gateway.token-file: cannot read " + file, e);
        }
    }

    private static boolean readableByOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
