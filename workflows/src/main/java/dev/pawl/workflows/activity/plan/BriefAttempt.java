package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param prompt the package's own
 * @param guidance what people said, oldest first
 * @param before the task of the attempt before; absent for the first attempt
 * @param verdict why its result was not integrated; absent for the first attempt
 */
@ClaimChecked
public record BriefAttempt(
        String planId,
        String packageId,
        int attempt,
        Prompt prompt,
        List<String> guidance,
        @Nullable String before,
        @Nullable Verdict verdict) {
    public BriefAttempt {
        guidance = List.copyOf(guidance);
    }
}
