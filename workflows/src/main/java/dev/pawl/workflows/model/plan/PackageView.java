package dev.pawl.workflows.model.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package while its plan runs, and afterwards.
 *
 * @param reason one line for people: for a blocked package the chain up to the one that failed; may be empty
 * @param paused whether a person paused it
 * @param attempts oldest first
 * @param readyAt when everything it needs was integrated; absent before
 * @param acceptedAt when its last attempt was accepted; absent before
 * @param integratedAt absent unless integrated
 * @param finishedAt when it reached its final state; absent before
 * @param commit in the integration repository; absent unless integrated with a change
 */
public record PackageView(
        String id,
        String title,
        PackageState state,
        String reason,
        boolean paused,
        List<AttemptView> attempts,
        @Nullable Instant readyAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant integratedAt,
        @Nullable Instant finishedAt,
        @Nullable String commit) {
    public PackageView {
        attempts = List.copyOf(attempts);
    }
}
