package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge's typed verdict.
 *
 * @param score 0 to 1; absent if the judge twice gave no readable verdict
 * @param issues what to fix, for the next prompt
 * @param question for a person; absent if there is none
 * @param agreement of several answers; absent if one was requested
 */
@ClaimChecked
public record Judgement(
        @Nullable Double score,
        List<String> issues,
        @Nullable String question,
        String judge,
        Usage usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Agreement agreement) {
    public Judgement {
        if (score != null) {
            Require.fraction(score, "score");
        }
        issues = Require.list(issues);
    }
    /** Of one answer. */
    public Judgement(
            @Nullable Double score, List<String> issues, @Nullable String question, String judge, Usage usage) {
        this(score, issues, question, judge, usage, null);
    }
}
