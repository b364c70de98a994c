package dev.pawl.task.judge;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.JudgeSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge's verdict, parsed and validated.
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
    /** Redacts the judge's words, since they go into prompts and rows. */
    Judgement judgement(JudgeSpec spec, Usage usage, Redaction redaction) {
        return new Judgement(
                score,
                issues.stream().map(redaction::clean).toList(),
                question == null ? null : redaction.clean(question),
                spec.asked(),
                usage);
    }
}
