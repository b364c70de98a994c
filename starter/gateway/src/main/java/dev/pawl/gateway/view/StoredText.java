package dev.pawl.gateway.view;

import com.google.protobuf.ByteString;
import dev.pawl.db.content.ContentLostException;
import dev.pawl.db.content.ContentStore;
import dev.pawl.gateway.failure.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Texts of the content store in chunks of 64 KiB, never completely in memory. */
public final class StoredText {
    private static final int CHUNK = 64 * 1024;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private final ContentStore content;

    public StoredText(ContentStore content) {
        this.content = content;
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT or NOT_FOUND if no text has this name */
    void stream(String ref, Consumer<ByteString> chunks) {
        if (!SHA256.matcher(ref).matches()) {
            throw Failures.invalid("ref", "is not a SHA-256 in lower-case hexadecimal digits");
        }
        try (InputStream in = content.open(ref)) {
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                chunks.accept(ByteString.copyFrom(chunk));
            }
        } catch (ContentLostException lost) {
            throw Failures.notFound("%s at %s".formatted(lost.getMessage(), lost.place()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read stored text " + ref, e);
        }
    }
}
