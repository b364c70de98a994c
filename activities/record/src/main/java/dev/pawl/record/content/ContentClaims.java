package dev.pawl.record.content;

import dev.pawl.db.content.ContentLostException;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.Stored;
import dev.pawl.workflows.codec.ClaimStore;
import dev.pawl.workflows.codec.LostClaimException;
import dev.pawl.workflows.model.ContentRef;

/** Stores claims in the content store. */
public record ContentClaims(ContentStore contents) implements ClaimStore {
    @Override
    public ContentRef put(byte[] content) {
        Stored stored = contents.put(content);
        return new ContentRef(stored.sha256(), stored.size());
    }

    @Override
    public byte[] get(ContentRef ref) {
        try {
            return contents.read(ref.sha256(), Math.toIntExact(ref.size()));
        } catch (ContentLostException e) {
            throw new LostClaimException(e.getMessage(), e);
        }
    }
}
