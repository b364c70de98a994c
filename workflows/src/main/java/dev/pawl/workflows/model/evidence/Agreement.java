package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;

/**
 * How far several answers of one judge to one result agree.
 *
 * @param asked number of answers requested
 * @param read number of readable answers; the score is their median
 * @param spread highest score minus the lowest, 0 to 1
 */
public record Agreement(int asked, int read, double spread) {
    /** Above this spread a person has to look. */
    public static final double MOST_SPREAD = 0.30;

    public Agreement {
        Require.notNegative(asked, "asked");
        Require.notNegative(read, "read");
        Require.fraction(spread, "spread");
    }

    /** Whether the answers contradict each other. */
    public boolean broken() {
        return spread > MOST_SPREAD;
    }
}
