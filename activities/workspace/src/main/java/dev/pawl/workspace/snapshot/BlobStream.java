package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.RawPath;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;

/** The output of {@code git cat-file --batch}: a line with id, type and size, the content, a line feed. */
final class BlobStream {
    private final InputStream in;

    BlobStream(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    Void read(List<StoredFile> files, BlobReceiver receiver) throws IOException {
        for (StoredFile file : files) {
            String[] header = line().split(" ", -1);
            if (header.length != 3 || !header[1].equals("blob")) {
                throw new IOException("snapshot lacks " + RawPath.display(file.path()));
            }
            InputStream content = BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(Long.parseLong(header[2]))
                    .setPropagateClose(false)
                    .get();
            receiver.receive(file, content);
            content.transferTo(OutputStream.nullOutputStream());
            in.skipNBytes(1);
        }
        return null;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("git cat-file ended early");
            }
            line.write(b);
        }
        return RawPath.of(line.toByteArray());
    }
}
