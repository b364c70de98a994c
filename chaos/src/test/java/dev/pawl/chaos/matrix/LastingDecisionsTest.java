package dev.pawl.chaos.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.decision.DecisionRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastingDecisionsTest {
    @Test
    void aDecisionThatTheRunAfterAResetMadeAgainCountsOnce() {
        assertThat(types(decision(1, "before/1", "retry"), decision(2, "after/1", "accept")))
                .containsExactly("accept");
        assertThat(types(
                        decision(1, "before/1", "park"),
                        decision(2, "before/2", "accept"),
                        decision(3, "after/1", "park"),
                        decision(4, "after/2", "accept")))
                .containsExactly("park", "accept");
    }

    @Test
    void aDecisionThatTheRunAfterAResetBuildsOnCounts() {
        assertThat(types(decision(1, "before/1", "park"), decision(2, "after/2", "accept")))
                .containsExactly("park", "accept");
    }

    private static List<String> types(DecisionRow... decisions) {
        return Comparison.lasting(List.of(decisions)).stream()
                .map(DecisionRow::type)
                .toList();
    }

    private static DecisionRow decision(int number, String round, String type) {
        return new DecisionRow(
                new DecisionRow.Key("task", number),
                round,
                1,
                "policy",
                type,
                List.of(),
                "1",
                "{}",
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
