package dev.pawl.agent.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private static final Usage SPENT = new Usage(1_000_000, 100_000, 10_000_000, 1_000_000, null, 3);
    private static final String OWN = """
            [[provider]]
            name = "Ours"
            as_of = "2026-01-31"
            source = "the contract"

            [[provider.model]]
            names = ["house-*", "gpt-5"]
            input = 1
            output = 10
            cache_read = 0.1
            """;

    @TempDir
    Path directory;

    private static @Nullable BigDecimal cost(PriceTable prices, @Nullable String model) {
        return prices.priced(SPENT, Map.of(), model).costUsd();
    }

    private PriceTable own(String text) throws IOException {
        return PriceTable.of(Files.writeString(directory.resolve("prices.toml"), text));
    }

    @Test
    void allKindsOfTokensCountAtTheirOwnPriceAndTheSumIsMarkedAsEstimated() {
        Usage priced = PriceTable.builtIn().priced(SPENT, Map.of(), "claude-sonnet-4-5-20250929");

        // 3 + 1.5 + 3 + 3.75
        assertThat(priced.costUsd()).isEqualByComparingTo("11.25");
        assertThat(priced.estimatedUsd()).isEqualTo(priced.costUsd());
        assertThat(priced.totalTokens()).isEqualTo(SPENT.totalTokens());
        assertThat(priced.turns()).isEqualTo(3);
    }

    @Test
    void theAgentsOwnFigureWinsOverTheTable() {
        Usage reported = new Usage(1_000_000, 0, 0, 0, new BigDecimal("0.01"), 1);

        assertThat(PriceTable.builtIn().priced(reported, Map.of(), "gpt-5")).isSameAs(reported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-6", "gpt-5-ultra", "claude-sonnet-9", "fake", "my-gpt-5", ""})
    void anUnknownModelIsAnUnknownCostAndNeverZero(String model) {
        assertThat(cost(PriceTable.builtIn(), model)).isNull();
    }

    @Test
    void noModelAndNoTokensAreAnUnknownCostToo() {
        assertThat(cost(PriceTable.builtIn(), null)).isNull();
        assertThat(PriceTable.builtIn().priced(Usage.NONE, Map.of(), "gpt-5").costUsd())
                .isNull();
    }

    @Test
    void severalModelsCostTheirSumAndOneUnknownMakesAllUnknown() {
        Usage half = new Usage(500_000, 0, 0, 0, null, 0);
        PriceTable prices = PriceTable.builtIn();

        Usage both = prices.priced(SPENT, Map.of("gemini-2.5-pro", half, "gemini-2.5-flash-lite", half), "other");
        Usage one = prices.priced(SPENT, Map.of("gemini-2.5-pro", half, "gemini-99", half), "gemini-2.5-pro");

        assertThat(both.costUsd()).isEqualByComparingTo("0.675");
        assertThat(one.costUsd()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5, 1.25",
        "GPT-5, 1.25",
        "openai/gpt-5, 1.25",
        "gpt-5-2025-08-07, 1.25",
        "gpt-5-mini, 0.25",
        "gpt-5.1-codex-mini, 0.25",
        "claude-opus-4-5-20251101, 5",
        "claude-opus-4-1, 15",
        "claude-3-7-sonnet-latest, 3",
        "models/gemini-2.5-flash, 0.30",
        "gemini-2.5-flash-lite, 0.10",
        "qwen3-coder-plus, 1",
    })
    void theTableThatComesWithPawlKnowsAModelByItsNames(String model, String input) {
        Usage million = new Usage(1_000_000, 0, 0, 0, null, 1);

        assertThat(PriceTable.builtIn().priced(million, Map.of(), model).costUsd())
                .isEqualByComparingTo(input);
    }

    @Test
    void aFileComesFirstAndTheRestStaysUnlessItSaysOnly() throws IOException {
        Usage million = new Usage(1_000_000, 0, 0, 0, null, 1);
        PriceTable both = own(OWN);
        PriceTable only = own("only = true\n" + OWN);

        assertThat(both.priced(million, Map.of(), "gpt-5").costUsd()).isEqualByComparingTo("1");
        assertThat(both.priced(million, Map.of(), "house-9").costUsd()).isEqualByComparingTo("1");
        assertThat(both.priced(million, Map.of(), "o3").costUsd()).isEqualByComparingTo("2");
        assertThat(only.priced(million, Map.of(), "gpt-5").costUsd()).isEqualByComparingTo("1");
        assertThat(only.priced(million, Map.of(), "o3").costUsd()).isNull();
    }

    @Test
    void thePriceOfTheCacheDefaultsToThatOfInput() throws IOException {
        Usage written = new Usage(0, 0, 0, 1_000_000, null, 1);

        assertThat(own(OWN).priced(written, Map.of(), "house-1").costUsd()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cache_read = 0.1 | cache_reads = 0.1 | cache_reads",
                "input = 1 | input = -1 | negative",
                "input = 1 | input = 'cheap' | cheap",
                "input = 1 | # none | needs 'input'",
                "as_of = \"2026-01-31\" | as_of = \"lately\" | lately",
                "as_of = \"2026-01-31\" | # none | needs 'as_of'",
                "source = \"the contract\" | # none | needs a 'source'",
                "[[provider]] | [[provider | prices.toml",
            })
    void anInvalidFileIsRefusedWithItsNameAndTheError(String right, String wrong, String says) {
        assertThatThrownBy(() -> own(OWN.replace(right, wrong)))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining("prices.toml")
                .hasMessageContaining(says);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> PriceTable.of(directory.resolve("none.toml")))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining("none.toml");
    }
}
