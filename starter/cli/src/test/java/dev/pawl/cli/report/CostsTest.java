package dev.pawl.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import org.junit.jupiter.api.Test;

class CostsTest {
    private static final Usage UNKNOWN = Usage.newBuilder().setInputTokens(5).build();

    private static Usage reported(String cost) {
        return Usage.newBuilder().setCostUsd(cost).build();
    }

    private static Usage estimated(String cost, String part) {
        return Usage.newBuilder().setCostUsd(cost).setEstimatedUsd(part).build();
    }

    private static Session session(Usage usage, String note) {
        return Session.newBuilder()
                .setStatus(SessionStatus.SESSION_STATUS_COMPLETED)
                .setUsage(usage)
                .setCostNote(note)
                .build();
    }

    private static String total(Usage usage, long unknown, long all) {
        return Costs.ofSessions(Totals.newBuilder()
                .setUsage(usage)
                .setUnpricedSessions(unknown)
                .setSessions(all)
                .build());
    }

    @Test
    void reportedCostsAreShownUnchanged() {
        assertThat(Costs.of(session(reported("0"), ""))).isEqualTo("$0.00");
        assertThat(Costs.of(session(reported("0.0123"), ""))).isEqualTo("$0.0123");
        assertThat(Costs.of(session(reported("12.345"), ""))).isEqualTo("$12.35");
    }

    @Test
    void anEstimateIsMarkedEvenIfItIsOnlyPartOfTheFigure() {
        assertThat(Costs.of(session(estimated("0.5", "0.5"), ""))).isEqualTo("~$0.50");
        assertThat(total(estimated("0.5", "0.1"), 0, 3)).isEqualTo("~$0.50");
    }

    @Test
    void anUnknownCostIsNeverZero() {
        assertThat(Costs.of(session(UNKNOWN, "why"))).isEqualTo("unknown");
        assertThat(Costs.of(Session.newBuilder()
                        .setStatus(SessionStatus.SESSION_STATUS_OPEN)
                        .build()))
                .isEqualTo("-");
        assertThat(total(UNKNOWN, 2, 2)).isEqualTo("unknown");
    }

    @Test
    void aSumWithUnknownPartsIsTheLeastItCanBe() {
        assertThat(total(reported("0.12"), 2, 3)).isEqualTo("≥ $0.12 (2 of 3 sessions unknown)");
        assertThat(total(estimated("0.12", "0.02"), 1, 3)).isEqualTo("≥ ~$0.12 (1 of 3 sessions unknown)");
    }

    @Test
    void theReasonsOfUnknownCostsAreWarningsWithoutRepetition() {
        Task task = Task.newBuilder()
                .addSessions(session(UNKNOWN, "no price is known for model 'x'"))
                .addSessions(session(UNKNOWN, "no price is known for model 'x'"))
                .addSessions(session(estimated("0.1", "0.1"), ""))
                .setTotals(Totals.newBuilder()
                        .setUsage(estimated("0.1", "0.1"))
                        .setJudgeCalls(3)
                        .setUnpricedJudgeCalls(1))
                .build();

        assertThat(Costs.warnings(task))
                .containsExactly(
                        "the cost of 2 sessions is unknown: no price is known for model 'x'",
                        "the cost of 1 of 3 judge calls is unknown",
                        "~ is estimated from tokens and list prices, which may be out of date");
        assertThat(Costs.warnings(Task.newBuilder()
                        .addSessions(session(reported("1"), ""))
                        .build()))
                .isEmpty();
    }
}
