package dev.pawl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> WORDS = List.of("title", "time", "in-place", "isolated");

    @Test
    void a_typo_finds_the_word_that_was_meant() {
        assertThat(Nearest.to("tilte", WORDS)).contains("title");
        assertThat(Nearest.to("tme", WORDS)).contains("time");
    }

    @Test
    void underscores_and_capitals_are_no_mistake() {
        assertThat(Nearest.to("IN_PLACE", WORDS)).contains("in-place");
    }

    @Test
    void a_word_that_is_far_from_all_finds_none() {
        assertThat(Nearest.to("zebra", WORDS)).isEmpty();
    }

    @Test
    void a_swap_of_neighbours_is_one_edit() {
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
    }
}
