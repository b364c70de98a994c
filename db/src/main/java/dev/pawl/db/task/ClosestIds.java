package dev.pawl.db.task;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody meant who mistyped or shortened an id. */
final class ClosestIds {
    private static final String NEWEST = "select id from task order by created_at desc, id desc limit 1000";

    private final JdbcClient jdbc;

    ClosestIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> to(String id, int limit) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String wanted = id.substring(0, Math.min(id.length(), 200));
        return jdbc.sql(NEWEST).query(String.class).list().stream()
                .map(known -> new Candidate(known, known.startsWith(wanted), distance.apply(known, wanted)))
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
