package dev.pawl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> WORDS = List.of("title", "time", "in-place", "isolated");

    @Test
    void aTypoFindsTheWordThatWasMeant() {
        assertThat(Nearest.to("tilte", WORDS)).contains("title");
        assertThat(Nearest.to("tme", WORDS)).contains("time");
    }

    @Test
    void underscoresAndCapitalsAreNoMistake() {
        assertThat(Nearest.to("IN_PLACE", WORDS)).contains("in-place");
    }

    @Test
    void aWordThatIsFarFromAllFindsNone() {
        assertThat(Nearest.to("zebra", WORDS)).isEmpty();
    }

    @Test
    void aSwapOfNeighboursIsOneEdit() {
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
    }

    /** Words come from files of agents too. */
    @Test
    void aWordAsLongAsAFileIsNotComparedLetterByLetter() {
        assertThat(Nearest.to("x".repeat(50_000_000), List.of("packages"))).isEmpty();
    }
}
