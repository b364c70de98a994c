package dev.pawl.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.cli.terminal.Style;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirContent() {
        assertThat(new Table("A", "B").row("long", "x").row("s", "y").lines(80, Style.PLAIN))
                .containsExactly("A     B", "long  x", "s     y");
    }

    @Test
    void theLastColumnWraps() {
        assertThat(new Table("A", "B")
                        .row("1", "one two three four five six seven")
                        .lines(27, Style.PLAIN))
                .containsExactly("A  B", "1  one two three four five", "   six seven");
    }

    @Test
    void controlCharactersOfAnAgentDoNotReachTheTerminal() {
        assertThat(new Table("A").row("x\u001B[31m\ny").lines(80, Style.PLAIN)).containsExactly("A", "x[31m y");
    }

    @Test
    void aRowHasAsManyCellsAsThereAreColumns() {
        assertThatThrownBy(() -> new Table("A").row("1", "2")).hasMessage("2 cells for 1 columns");
    }
}
