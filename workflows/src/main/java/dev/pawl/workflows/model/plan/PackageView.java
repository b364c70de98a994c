package dev.pawl.workflows.model.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package while its plan runs, and afterwards.
 *
 * @param attempts oldest first
 * @param readyAt when everything it needs was integrated; absent before
 * @param integratedAt absent unless integrated
 * @param commit in the integration repository; absent unless integrated with a change
 * @param reason one line for people: why it is blocked, failed, …; may be empty
 */
public record PackageView(
        String id,
        String title,
        PackageState state,
        List<String> needs,
        List<AttemptView> attempts,
        @Nullable Instant readyAt,
        @Nullable Instant integratedAt,
        @Nullable String commit,
        String reason) {
    public PackageView {
        needs = List.copyOf(needs);
        attempts = List.copyOf(attempts);
    }
}
