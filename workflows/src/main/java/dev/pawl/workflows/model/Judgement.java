package dev.pawl.workflows.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge's typed verdict.
 *
 * @param score 0 to 1; absent where the judge gave no readable verdict twice
 * @param issues what to mend, for the next prompt
 * @param question for a person; absent if there is none
 */
@ClaimChecked
public record Judgement(
        @Nullable Double score,
        List<String> issues,
        @Nullable String question,
        String judge,
        Usage usage) {
    public Judgement {
        if (score != null) {
            Require.fraction(score, "score");
        }
        issues = Require.list(issues);
    }
}
