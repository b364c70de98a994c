package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.ContentRef;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Claims of one test. */
public final class MemoryClaims implements ClaimStore {
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public ContentRef put(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            ContentRef ref = new ContentRef(HexFormat.of().formatHex(digest), content.length);
            contents.put(ref.sha256(), content.clone());
            return ref;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public byte[] get(ContentRef ref) {
        byte[] content = contents.get(ref.sha256());
        if (content == null) {
            throw new IllegalArgumentException("no content " + ref.sha256());
        }
        return content.clone();
    }

    public int size() {
        return contents.size();
    }
}
