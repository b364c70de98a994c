package dev.pawl.workflows.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Usage BEFORE = new Usage(10, 20, 30, 40, new BigDecimal("0.10"), 5);

    @Test
    void earlierUsageOfAConversationIsNotCountedAgain() {
        Usage after = new Usage(15, 20, 33, 41, new BigDecimal("0.25"), 2);

        assertThat(after.since(BEFORE)).isEqualTo(new Usage(5, 0, 3, 1, new BigDecimal("0.15"), 2));
    }

    @Test
    void aCounterThatWasResetIsNotNegative() {
        assertThat(Usage.NONE.since(BEFORE)).isEqualTo(Usage.NONE);
        assertThat(new Usage(1, 1, 1, 1, new BigDecimal("0.01"), 1)
                        .since(BEFORE)
                        .costUsd())
                .isZero();
    }

    @Test
    void aCostThatIsNotReportedStaysUnknown() {
        assertThat(new Usage(15, 20, 33, 41, null, 2).since(BEFORE).costUsd()).isNull();
    }

    @Test
    void aCostThatWasNotReportedBeforeIsAbsent() {
        Usage reported = new Usage(15, 20, 33, 41, new BigDecimal("0.25"), 2);

        assertThat(reported.since(Usage.NONE)).isEqualTo(reported);
    }
}
