package dev.pawl.workflows.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that scores the result against a rubric. It can lower a result, never lift one.
 *
 * @param agent the agent asked for the verdict
 * @param accept score from which a green result is accepted, 0 to 1
 * @param clarify score from which a question of the judge goes to a person, 0 to {@code accept}
 */
public record JudgeSpec(
        String rubric, String agent, @Nullable String model, List<String> command, double accept, double clarify) {
    public static final double DEFAULT_ACCEPT = 0.70;
    public static final double DEFAULT_CLARIFY = 0.50;

    public JudgeSpec {
        Require.text(rubric, 16 * 1024, "judge.rubric");
        Require.text(agent, 64, "judge.agent");
        command = Require.list(command);
        Require.fraction(accept, "judge.accept");
        Require.fraction(clarify, "judge.clarify");
        if (clarify > accept) {
            throw new IllegalArgumentException("judge.clarify must not be above judge.accept");
        }
    }
}
