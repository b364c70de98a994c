package dev.pawl.task.session;

import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores the output of an agent: without secrets, and only the beginning and the end of a long one. */
final class Transcripts {
    private final Texts texts;
    private final Redaction redaction;
    private final int maxBytes;

    Transcripts(Texts texts, Redaction redaction, int maxBytes) {
        this.texts = texts;
        this.redaction = redaction;
        this.maxBytes = maxBytes;
    }

    /** @return absent if the run left none, or if the agent put something else in its place, such as a link */
    @Nullable
    String store(Path transcript) {
        Path name = Objects.requireNonNull(transcript.getFileName());
        try (UntrustedTree run = UntrustedTree.open(transcript.resolveSibling("."))) {
            if (!run.has(name) || !run.alone(name)) {
                return null;
            }
            try (SeekableByteChannel file = run.open(name, Long.MAX_VALUE)) {
                return file.size() == 0 ? null : texts.put(read(file)).sha256();
            }
        } catch (UnexpectedFileException | NoSuchFileException none) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the transcript of a session", e);
        }
    }

    private String read(SeekableByteChannel file) throws IOException {
        long size = file.size();
        InputStream in = Channels.newInputStream(file);
        if (size <= maxBytes) {
            return text(in, maxBytes);
        }
        String head = text(in, maxBytes / 2);
        long left = size - maxBytes;
        file.position(file.position() + left);
        return beginning(head) + "\n[… about " + left + " bytes left out …]\n" + end(text(in, maxBytes / 2));
    }

    private String text(InputStream in, int bytes) throws IOException {
        return redaction.clean(new String(in.readNBytes(bytes), StandardCharsets.UTF_8));
    }

    /**
     * Up to a line's end, or half if none is near: the cut may have split a secret, and half of one is not recognised.
     */
    private static String beginning(String text) {
        int half = text.length() / 2;
        return text.substring(0, Math.max(half, text.lastIndexOf('\n')));
    }

    private static String end(String text) {
        int half = text.length() / 2;
        int line = text.indexOf('\n');
        return text.substring(line < 0 ? half : Math.min(half, line + 1));
    }
}
