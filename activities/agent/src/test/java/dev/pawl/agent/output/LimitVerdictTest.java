package dev.pawl.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.limit.UsageLimits;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitVerdictTest {
    private static final Instant NOW = Instant.parse("2026-12-03T21:00:00Z");
    private static final ZoneId HOST = ZoneId.of("Europe/Berlin");

    @Test
    void aResetIsKeptAsItWasSaid() {
        AgentVerdict verdict = read(ProviderError.ofWords(
                Ending.CRASHED, "You've hit your limit · resets Dec 4, 2026 at 6am (Europe/Berlin)"));

        assertThat(verdict.ending()).isEqualTo(Ending.RATE_LIMITED);
        assertThat(verdict.limit())
                .isEqualTo(new UsageLimit(false, "2026-12-04 06:00 Europe/Berlin, said by Claude Code"));
        assertThat(verdict.reason()).endsWith("(until 2026-12-04 06:00 Europe/Berlin, said by Claude Code)");
    }

    @Test
    void aLimitOfAModelIsNotOneOfTheAccount() {
        assertThat(read(ProviderError.ofWords(Ending.CRASHED, "You've hit your Opus limit"))
                        .limit())
                .isEqualTo(new UsageLimit(true, null));
    }

    @Test
    void aProgramThatReportsItsOwnLimitSaysWhenItResets() {
        assertThat(read(AgentVerdict.rateLimited("limit", NOW.plus(Duration.ofHours(5))))
                        .limit())
                .isEqualTo(new UsageLimit(false, "2026-12-04 03:00 Europe/Berlin, said by Claude Code"));
    }

    @Test
    void aResetThatCannotBeTrueIsUnknown() {
        assertThat(reported(Ending.RATE_LIMITED, NOW.minusSeconds(1))).isNull();
        assertThat(reported(Ending.RATE_LIMITED, NOW.plus(Duration.ofDays(36)))).isNull();
        assertThat(reported(Ending.BUSY, NOW.plus(Duration.ofDays(4000)))).isNull();
        assertThat(reported(Ending.BUSY, NOW.plusSeconds(30))).isEqualTo(NOW.plusSeconds(30));
    }

    private static @Nullable Instant reported(Ending ending, Instant resets) {
        return read(new AgentVerdict(ending, "wait", true, resets)).resetsAt();
    }

    private static AgentVerdict read(AgentVerdict verdict) {
        return LimitVerdict.of(verdict, "claude-code", "Claude Code", UsageLimits.builtIn(), NOW, HOST);
    }
}
