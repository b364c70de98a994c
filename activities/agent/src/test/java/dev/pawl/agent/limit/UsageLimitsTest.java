package dev.pawl.agent.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pawl.agent.limit.ProviderSaid.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every wording of usage-limits.csv: agent, words, action, scope, reset. The wordings are from public reports of users
 * and from the programs' sources; the times are examples.
 */
class UsageLimitsTest {
    /** A Wednesday; in Berlin it is 11:00. */
    private static final Instant NOW = Instant.parse("2026-06-24T09:00:00Z");

    private static final ZoneId HOST = ZoneId.of("Europe/Berlin");

    private final UsageLimits limits = UsageLimits.builtIn();

    private static final String SOUND = "[[limit]]\nwords = 'a'\naction = \"park\"\n";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "/limits/usage-limits.csv",
            delimiter = ';',
            quoteCharacter = '\u0001',
            numLinesToSkip = 1)
    void eachWordingHasItsMeaning(
            String agent, String words, LimitAction action, String scope, @Nullable String until) {
        LimitReading reading = read(agent, words, null).orElseThrow();

        assertThat(reading.action()).isEqualTo(action);
        assertThat(reading.ofModel()).isEqualTo(scope.equals("model"));
        ToldReset reset = reading.reset();
        if (until == null) {
            assertThat(reset).isNull();
        } else {
            assertThat(reset).isNotNull();
            assertThat(reset.at()).isEqualTo(expected(until));
        }
    }

    private static Instant expected(String until) {
        return until.startsWith("PT")
                ? NOW.plus(Duration.parse(until))
                : ZonedDateTime.parse(until).toInstant();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the file has more than 100 lines, its limit",
                "TypeError: Cannot read properties of undefined",
                "stack depth limit of the parser",
                "npm ERR! code ELIFECYCLE",
                "model not found",
                "Error: bad request",
            })
    void anErrorOfAnotherKindIsNoLimit(String words) {
        for (String agent : new String[] {"claude-code", "codex", "gemini", "opencode", "qwen", "copilot"}) {
            assertThat(read(agent, words, null)).as(agent).isEmpty();
        }
    }

    @Test
    void wordsThatMerelyLookLikeALimitDoNotCountIfTheErrorIsUnderstood() {
        ProviderSaid said = ProviderSaid.words("internal error, see the docs on rate limits", 500, null);

        assertThat(limits.read("codex", said, true, NOW, HOST)).isEmpty();
        assertThat(limits.read("codex", said, false, NOW, HOST)).isPresent();
    }

    @Test
    void anUnknownWordingParksAndASpecificStatusIsUsed() {
        assertThat(read("codex", "Your fortnightly quota ran dry", null).orElseThrow())
                .isEqualTo(new LimitReading(LimitAction.PARK, false, null));
        assertThat(read("gemini", "no", 429).orElseThrow().action()).isEqualTo(LimitAction.PARK);
        assertThat(read("opencode", "no", 402).orElseThrow().action()).isEqualTo(LimitAction.ASK);
        assertThat(read("copilot", "{\"code\":\"insufficient_quota\"}", 403)
                        .orElseThrow()
                        .action())
                .isEqualTo(LimitAction.ASK);
    }

    @Test
    void aRejectedAccountOutranksWordsAndItsResetCounts() {
        Instant reset = NOW.plus(Duration.ofHours(3));
        LimitReading reading = limits.read(
                        "claude-code",
                        new ProviderSaid("try again in 564ms", 429, Status.REJECTED, reset, true),
                        false,
                        NOW,
                        HOST)
                .orElseThrow();

        assertThat(reading).isEqualTo(new LimitReading(LimitAction.PARK, true, new ToldReset(reset, HOST)));
    }

    @Test
    void anAllowedAccountOutranksA429() {
        ProviderSaid said = new ProviderSaid("API Error: Request rejected (429)", 429, Status.ALLOWED, null, false);

        assertThat(limits.read("claude-code", said, false, NOW, HOST)
                        .orElseThrow()
                        .action())
                .isEqualTo(LimitAction.SOON);
    }

    @Test
    void aResetInThePastOrFarAwayIsUnknown() {
        for (String words : new String[] {
            "Claude AI usage limit reached|1751234567",
            "usage limit, resets 2026-06-24T08:00:00Z",
            "You've hit your limit · resets Sep 28, 2026 4:46 AM",
            "You've hit your limit · resets in 36 days",
            "You've hit your limit · resets 25:99pm",
        }) {
            assertThat(read("claude-code", words, null).orElseThrow().reset())
                    .as(words)
                    .isNull();
        }
    }

    @Test
    void aTimeThatHasJustComeIsNotTomorrows() {
        Instant justAfter = Instant.parse("2026-06-24T09:00:20Z");

        assertThat(limits.read(
                                "claude-code",
                                ProviderSaid.words("5-hour limit reached ∙ resets 11am", null, null),
                                false,
                                justAfter,
                                HOST)
                        .orElseThrow()
                        .reset())
                .isNull();
    }

    @Test
    void aResetIsShownAsReported() {
        assertThat(read("claude-code", "You've hit your limit · resets 1pm (Europe/Lisbon)", null)
                        .map(LimitReading::reset)
                        .map(ToldReset::text))
                .contains("2026-06-24 13:00 Europe/Lisbon");
    }

    @Test
    void headersTellSecondsOrADate() {
        assertThat(ResetTime.ofHeader("120", NOW)).contains(NOW.plusSeconds(120));
        assertThat(ResetTime.ofHeader("Wed, 24 Jun 2026 12:34:56 GMT", NOW))
                .contains(Instant.parse("2026-06-24T12:34:56Z"));
        assertThat(ResetTime.ofHeader("soon", NOW)).isEmpty();
    }

    @Test
    void rowsOfAFileOfOnesOwnComeFirst() throws IOException {
        Path file = Files.writeString(directory.resolve("usage-limits.toml"), """
                [[limit]]
                agents = ["codex"]
                words = 'the cup is empty'
                action = "park"
                reset = "day Asia/Tokyo"

                [[limit]]
                words = 'quota of this test'
                action = "none"
                """);
        UsageLimits own = UsageLimits.of(file);

        assertThat(own.read("codex", ProviderSaid.words("The cup is EMPTY.", null, null), false, NOW, HOST))
                .map(LimitReading::reset)
                .map(ToldReset::at)
                .contains(Instant.parse("2026-06-24T15:00:00Z"));
        assertThat(own.read("codex", ProviderSaid.words("quota of this test", null, null), false, NOW, HOST))
                .isEmpty();
        assertThat(own.read("codex", ProviderSaid.words("another quota", null, null), false, NOW, HOST))
                .isPresent();
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("[[limit]]\nwords = 'x'\naction = \"sleep\"\n", 3, "sleep"),
                arguments(SOUND + "\n[[limit]]\nagents = []\nwords = '('\naction = \"park\"\n", 7, "("),
                arguments(SOUND + "\n[[limit]]\nwords = 'x'\n", 5, "action"),
                arguments(SOUND + "[[limit]]\naction = \"park\"\n", 4, "'words' or 'status'"),
                arguments(SOUND + "[[limit]]\nwords = 'x'\naction = \"park\"\nresett = \"day\"\n", 7, "resett"),
                arguments(SOUND + "[[limit]]\nwords = 'x'\naction = \"park\"\nreset = \"day Mars\"\n", 7, "day Mars"),
                arguments(SOUND + "words = 'b'\n", 4, "Duplicate key"),
                arguments(SOUND + "scope = \n", 4, "Newline"),
                arguments(SOUND + "[[limit]\n", 4, "usage limits"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInAFileIsNamedWithItsLine(String text, int line, String reason) throws IOException {
        Path file = Files.writeString(directory.resolve("own.toml"), text);

        assertThatThrownBy(() -> UsageLimits.of(file))
                .isInstanceOf(UsageLimitFileException.class)
                .hasMessageContaining("own.toml, line " + line + ":")
                .hasMessageContaining(reason);
    }

    private Optional<LimitReading> read(String agent, String words, @Nullable Integer status) {
        return limits.read(agent, ProviderSaid.words(words, status, null), false, NOW, HOST);
    }
}
