package dev.pawl.db.content;

/** A stored content is missing or damaged. Not retryable. */
public final class ContentLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sha256;
    private final String message;
    private final String place;

    private ContentLostException(String sha256, String what, String place) {
        this.message = "content %s %s the content store".formatted(sha256, what);
        this.sha256 = sha256;
        this.place = place;
    }

    static ContentLostException missing(String sha256, String place) {
        return new ContentLostException(sha256, "is missing from", place);
    }

    static ContentLostException damaged(String sha256, String place) {
        return new ContentLostException(sha256, "is damaged in", place);
    }

    @Override
    public String getMessage() {
        return message;
    }

    public String sha256() {
        return sha256;
    }

    /** Its path on the host that looked: for logs and operators, not for histories. */
    public String place() {
        return place;
    }
}
