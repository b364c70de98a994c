package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check.
 *
 * @param exitCode absent if the process had none (timed out, not started)
 * @param satisfied whether the check's {@code must} is met; decided once, where the evidence is gathered
 * @param failures names of red tests, at most {@value #MAX_NAMES}
 * @param newFailures those that the baseline had green or did not have
 * @param excerpt the most useful part of the output, redacted, at most {@value #MAX_EXCERPT} characters
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

    /** Prefix of the excerpt line that Pawl adds before the output. */
    public static final String REASON = "pawl: ";

    public CheckEvidence {
        failures = Require.list(failures);
        newFailures = Require.list(newFailures);
        Require.notNegative(durationMillis, "durationMillis");
    }

    /** Why the check is not satisfied, in one line; its state if the excerpt does not say. */
    public String reason() {
        return excerpt.startsWith(REASON)
                ? excerpt.lines().findFirst().orElseThrow().substring(REASON.length())
                : state.wire();
    }
}
