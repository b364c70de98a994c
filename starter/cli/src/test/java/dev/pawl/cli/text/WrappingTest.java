package dev.pawl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void linesEndAtSpaces() {
        assertThat(Wrapping.of("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void aWordWithoutSpacesIsCutAtTheLineEnd() {
        assertThat(Wrapping.of("abcdef", 4)).containsExactly("abcd", "ef");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(Wrapping.of("", 4)).containsExactly("");
    }
}
