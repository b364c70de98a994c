package dev.pawl.record.content;

import dev.pawl.db.content.ContentLostException;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.Stored;
import dev.pawl.workflows.model.ContentRef;
import java.nio.charset.StandardCharsets;

/** Texts of the content store, as UTF-8. Equal texts have equal references; storing twice is a no-op. */
public final class Texts {
    private final ContentStore contents;

    public Texts(ContentStore contents) {
        this.contents = contents;
    }

    public ContentRef put(String text) {
        Stored stored = contents.put(text.getBytes(StandardCharsets.UTF_8));
        return new ContentRef(stored.sha256(), stored.size());
    }

    /**
     * Invalid UTF-8 is replaced by U+FFFD.
     *
     * @param maxBytes the rest is left out
     * @throws io.temporal.failure.ApplicationFailure {@link dev.pawl.workflows.model.FailureTypes#CONTENT_LOST}, not
     *     retried
     */
    public String read(ContentRef ref, int maxBytes) {
        try {
            return new String(contents.read(ref.sha256(), maxBytes), StandardCharsets.UTF_8);
        } catch (ContentLostException e) {
            throw LostContent.failure(e);
        }
    }
}
