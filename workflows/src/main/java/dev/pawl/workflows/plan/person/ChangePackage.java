package dev.pawl.workflows.plan.person;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a package that has not ended. A new prompt takes effect with the next attempt, new owners at once.
 *
 * @param prompt absent leaves it
 * @param owns all glob patterns from now on; absent leaves them
 * @param mayTouch all glob patterns from now on; absent leaves them
 * @param by the sender
 */
@ClaimChecked
public record ChangePackage(
        String packageId,
        @Nullable Prompt prompt,
        @Nullable List<String> owns,
        @Nullable List<String> mayTouch,
        String by) {}
