package dev.pawl.chaos.stress;

import java.time.Duration;
import java.util.List;

/** Sorted times, formatted in one line. */
record Distribution(List<Duration> sorted) {
    static Distribution of(List<Duration> times) {
        return new Distribution(times.stream().sorted().toList());
    }

    @Override
    public String toString() {
        return sorted.isEmpty()
                ? "none"
                : "n %d, least %s, median %s, 95 %% %s, most %s"
                        .formatted(sorted.size(), at(0), at(0.5), at(0.95), at(1));
    }

    private String at(double share) {
        return "%.1f s"
                .formatted(sorted.get((int) Math.round(share * (sorted.size() - 1)))
                                .toMillis()
                        / 1000.0);
    }
}
