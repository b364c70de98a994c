package dev.pawl.task.judge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private final RetryAfter retryAfter =
            new RetryAfter(Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after | 7 | PT7S",
                "retry-after | 0.5 | PT0.5S",
                "retry-after | 0 | PT0S",
                "retry-after | 99999999 | PT1H",
                "retry-after | Tue, 1 Jan 2030 00:00:42 GMT | PT42S",
                "retry-after | Mon, 31 Dec 2029 23:00:00 GMT | PT0S",
                "retry-after | Wed, 2 Jan 2030 00:00:00 GMT | PT1H",
                "retry-after-ms | 1500 | PT1.5S",
                "retry-after | -3 |",
                "retry-after | soon |",
                "x-other | 7 |",
            })
    void theDelayIsReadInEveryFormAndBounded(String header, String value, Duration delay) {
        HttpHeaders headers = HttpHeaders.of(Map.of(header, List.of(value)), (name, text) -> true);

        assertThat(retryAfter.of(headers).orElse(null)).isEqualTo(delay);
    }
}
