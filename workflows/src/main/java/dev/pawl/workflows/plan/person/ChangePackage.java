package dev.pawl.workflows.plan.person;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a package that has not ended, from its next attempt on. More ownership also counts for a result that waits.
 *
 * @param prompt absent leaves it
 * @param owns glob patterns that it owns in addition
 * @param mayTouch glob patterns that it may change in addition
 * @param text a reason; may be empty
 * @param by the sender
 */
@ClaimChecked
public record ChangePackage(
        String packageId, @Nullable Prompt prompt, List<String> owns, List<String> mayTouch, String text, String by) {
    public ChangePackage {
        owns = List.copyOf(owns);
        mayTouch = List.copyOf(mayTouch);
    }
}
