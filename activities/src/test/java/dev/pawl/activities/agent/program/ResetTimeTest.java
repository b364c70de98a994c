package dev.pawl.activities.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResetTimeTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your quota will reset after 18h22m30s.                | PT18H22M30S
            You've hit your usage limit. Try again in 2 hours 5 minutes. | PT2H5M
            try again in 3 days, 1 hour and 2 minutes             | PT73H2M
            Please retry in 7.5s.                                 | PT7.5S
            """)
    void theWordsOfALimitTellWhenItEnds(String words, Duration expected) {
        assertThat(ResetTime.find(words, NOW)).contains(NOW.plus(expected));
    }

    @Test
    void wordsWithoutATimeTellNone() {
        assertThat(ResetTime.find("rate limit reached, try later, in the evening", NOW))
                .isEmpty();
    }
}
