package dev.pawl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void lines_end_at_spaces() {
        assertThat(Wrapping.of("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void a_word_without_spaces_is_cut_where_the_line_ends() {
        assertThat(Wrapping.of("abcdef", 4)).containsExactly("abcd", "ef");
    }

    @Test
    void nothing_is_one_empty_line() {
        assertThat(Wrapping.of("", 4)).containsExactly("");
    }
}
