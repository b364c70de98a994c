package dev.pawl.db.content;

/** What a sweep removed, or would have. */
public record Swept(long files, long bytes) {}
