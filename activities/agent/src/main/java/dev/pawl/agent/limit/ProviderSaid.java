package dev.pawl.agent.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent reports of a request that its provider did not serve. Made of error events only: what the agent writes in
 * a reply is its work.
 *
 * @param words all of them
 * @param status of HTTP; absent if it is not known
 * @param limit what a structured event says of the account
 * @param resetsAt when a structured event or a header says that requests are served again; absent if none does
 * @param ofModel whether the structured event is about one model only
 */
public record ProviderSaid(
        String words,
        @Nullable Integer status,
        Status limit,
        @Nullable Instant resetsAt,
        boolean ofModel) {
    /** Outranks words. */
    public enum Status {
        UNKNOWN,
        ALLOWED,
        REJECTED
    }

    public static ProviderSaid words(String words, @Nullable Integer status, @Nullable Instant resetsAt) {
        return new ProviderSaid(words, status, Status.UNKNOWN, resetsAt, false);
    }
}
