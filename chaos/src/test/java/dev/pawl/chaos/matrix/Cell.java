package dev.pawl.chaos.matrix;

import java.time.Duration;
import java.util.List;

/**
 * The result of a fault at a moment.
 *
 * @param sessions how they ended, in order
 * @param took from the fault to the task's end
 * @param wrong violations; empty for green
 */
record Cell(Moment moment, String fault, List<String> sessions, Duration took, List<String> wrong) {
    boolean red() {
        return !wrong.isEmpty();
    }

    String figures() {
        return "%.1f s".formatted(took.toMillis() / 1000.0)
                + (sessions.size() > 1 ? ", " + sessions.size() + " sessions" : "");
    }
}
