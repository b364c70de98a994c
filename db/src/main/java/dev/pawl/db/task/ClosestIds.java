package dev.pawl.db.task;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests ids for one that was mistyped or shortened. */
public final class ClosestIds {
    private ClosestIds() {}

    public static List<String> to(String id, List<String> known, int limit) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String wanted = id.substring(0, Math.min(id.length(), 200));
        return known.stream()
                .map(one -> new Candidate(one, one.startsWith(wanted), distance.apply(one, wanted)))
                .sorted(Candidate.NEAREST)
                .limit(limit)
                .map(Candidate::id)
                .toList();
    }

    private record Candidate(String id, boolean continued, int distance) {
        static final Comparator<Candidate> NEAREST =
                Comparator.comparing(Candidate::continued).reversed().thenComparingInt(Candidate::distance);
    }
}
