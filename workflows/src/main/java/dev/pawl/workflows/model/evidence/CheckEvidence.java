package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check showed.
 *
 * @param exitCode absent where the process had none (timed out, not started)
 * @param satisfied whether the check's {@code must} is met; a judgement made once, where the evidence is
 * @param failures names of red tests, at most {@value #MAX_NAMES}
 * @param newFailures those of them that the baseline had green or did not have
 * @param excerpt the part of the output that tells most, redacted, at most {@value #MAX_EXCERPT} characters
 * @param output the whole stored output
 */
public record CheckEvidence(
        String name,
        CheckState state,
        @Nullable Integer exitCode,
        boolean satisfied,
        int tests,
        List<String> failures,
        List<String> newFailures,
        String excerpt,
        @Nullable ContentRef output,
        long durationMillis) {
    public static final int MAX_NAMES = 50;
    public static final int MAX_EXCERPT = 2_000;

    /** How the line of an excerpt begins that Pawl adds before the output. */
    public static final String REASON = "pawl: ";

    public CheckEvidence {
        failures = Require.list(failures);
        newFailures = Require.list(newFailures);
        Require.notNegative(durationMillis, "durationMillis");
    }

    /** Why the check is not satisfied, in one line; its state if the excerpt does not say more. */
    public String reason() {
        return excerpt.startsWith(REASON)
                ? excerpt.lines().findFirst().orElseThrow().substring(REASON.length())
                : state.wire();
    }
}
