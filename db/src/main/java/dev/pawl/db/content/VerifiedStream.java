package dev.pawl.db.content;

import dev.pawl.db.column.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

/** Compares a content with its name once it was read to the end. */
final class VerifiedStream extends InputStream {
    private final DigestInputStream in;
    private final String sha256;
    private final String place;
    private boolean verified;

    VerifiedStream(InputStream in, String sha256, String place) {
        this.in = new DigestInputStream(in, Sha256.digest());
        this.sha256 = sha256;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read < 0) {
            verify();
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            verify();
        }
        return read;
    }

    private void verify() {
        if (!verified && !Sha256.hex(in.getMessageDigest().digest()).equals(sha256)) {
            throw ContentLostException.damaged(sha256, place);
        }
        verified = true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
