package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;

/**
 * How far several answers of one judge to one result agree.
 *
 * @param asked how many answers were asked for
 * @param read how many could be read; the score is their median
 * @param spread highest score less the lowest one, 0 to 1
 */
public record Agreement(int asked, int read, double spread) {
    /** Answers that lie further apart than this are for a person to look at. */
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
