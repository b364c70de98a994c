package dev.pawl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "30m, PT30M", "2h, PT2H", "7d, P7D", "1h30m, PT1H30M"})
    void durationsAreANumberAndAUnit(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "0s",
                "-5m",
                "5 m",
                "m",
                "1m1h",
                "400d",
                "99999999999999999999s",
                "9223372036854775807d"
            })
    void anythingElseIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void tablesShowTwoUnitsAtMost() {
        assertThat(Durations.brief(Duration.ofMillis(430))).isEqualTo("0.4s");
        assertThat(Durations.brief(Duration.ofSeconds(12))).isEqualTo("12s");
        assertThat(Durations.brief(Duration.ofSeconds(185))).isEqualTo("3m 05s");
        assertThat(Durations.brief(Duration.ofMinutes(124))).isEqualTo("2h 04m");
        assertThat(Durations.brief(Duration.ofHours(167))).isEqualTo("6d 23h");
    }
}
