package dev.pawl.activities.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a judge said, read and validated.
 *
 * @param score 0 to 1
 * @param question for a person; absent if there is none
 */
record Verdict(double score, List<String> issues, @Nullable String question) {
    Verdict {
        if (!(score >= 0.0 && score <= 1.0)) {
            throw new IllegalArgumentException("score is " + score + ", allowed: 0 to 1");
        }
        issues = List.copyOf(issues);
    }
}
