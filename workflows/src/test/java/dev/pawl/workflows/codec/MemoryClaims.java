package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.ContentRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Claims of one test. */
public final class MemoryClaims implements ClaimStore {
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private volatile Predicate<String> lost = content -> false;

    @Override
    public ContentRef put(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            ContentRef ref = new ContentRef(HexFormat.of().formatHex(digest), content.length);
            if (!lost.test(new String(content, StandardCharsets.UTF_8))) {
                contents.put(ref.sha256(), content.clone());
            }
            return ref;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public byte[] get(ContentRef ref) {
        byte[] content = contents.get(ref.sha256());
        if (content == null) {
            String message = "content %s is missing from the content store".formatted(ref.sha256());
            throw new LostClaimException(message, new IllegalStateException());
        }
        return content.clone();
    }

    /** Loses all later contents that match. */
    public void lose(Predicate<String> such) {
        lost = such;
    }

    public int size() {
        return contents.size();
    }
}
