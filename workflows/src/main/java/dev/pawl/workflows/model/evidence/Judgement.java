package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge's typed verdict.
 *
 * @param score 0 to 1; absent if the judge gave no verdict
 * @param issues what to fix, for the next prompt
 * @param question for a person; absent if there is none
 * @param agreement of several answers; absent if one was requested
 * @param doubt why the score is no agreement, or why there is none, one line; absent if the score counts
 */
@ClaimChecked
public record Judgement(
        @Nullable Double score,
        List<String> issues,
        @Nullable String question,
        String judge,
        Usage usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Agreement agreement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String doubt) {
    /** The doubt about a judgement without a score that gives no reason. */
    private static final String NO_VERDICT = "it gave no verdict";

    public Judgement {
        if (score != null) {
            Require.fraction(score, "score");
        }
        issues = Require.list(issues);
        if (score == null && doubt == null) {
            doubt = NO_VERDICT;
        }
    }

    /** Of one answer. */
    public Judgement(
            @Nullable Double score, List<String> issues, @Nullable String question, String judge, Usage usage) {
        this(score, issues, question, judge, usage, null, null);
    }

    /** Of a judge that gave no verdict. */
    public static Judgement absent(String judge, String doubt, Usage usage) {
        return new Judgement(null, List.of(), null, judge, usage, null, doubt);
    }

    /** The same, from several answers. */
    public Judgement of(Agreement several) {
        return new Judgement(score, issues, question, judge, usage, several, doubt);
    }

    /** The same with a doubt, so that its score no longer counts as agreement. */
    public Judgement doubted(String why) {
        return new Judgement(score, issues, question, judge, usage, agreement, why);
    }
}
