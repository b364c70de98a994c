package dev.pawl.agent.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's report of a request that its provider did not serve. Only from error events: what the agent writes in a
 * reply is its work.
 *
 * @param words all of them
 * @param status HTTP status; absent if unknown
 * @param limit what a structured event says about the account
 * @param resetsAt the reset time from a structured event or a header; absent if there is none
 * @param ofModel whether the structured event concerns only one model
 */
public record ProviderSaid(
        String words,
        @Nullable Integer status,
        Status limit,
        @Nullable Instant resetsAt,
        boolean ofModel) {
    /** Takes precedence over words. */
    public enum Status {
        UNKNOWN,
        ALLOWED,
        REJECTED
    }

    public static ProviderSaid words(String words, @Nullable Integer status, @Nullable Instant resetsAt) {
        return new ProviderSaid(words, status, Status.UNKNOWN, resetsAt, false);
    }
}
