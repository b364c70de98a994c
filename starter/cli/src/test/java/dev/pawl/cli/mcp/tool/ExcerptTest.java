package dev.pawl.cli.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static List<String> read(String text, long offset) {
        Excerpt excerpt = new Excerpt(offset);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int start = 0; start < bytes.length; start += 7) {
            excerpt.write(bytes, start, Math.min(7, bytes.length - start));
        }
        return excerpt.texts("diff");
    }

    @Test
    void aShortTextIsReturnedAsItIs() {
        assertThat(read("", 0)).containsExactly("");
        assertThat(read("a\nb", 0)).containsExactly("a\nb");
    }

    @Test
    void aLongTextEndsWithALine() {
        assertThat(read("0123456789\n".repeat(4000), 0))
                .containsExactly(
                        "0123456789\n".repeat(2978),
                        "this is byte 0 to 32758 of 44000; for the rest call diff again with offset 32758");
    }

    @Test
    void aLineThatIsTooLongEndsWithACharacter() {
        for (String character : List.of("a", "ü", "漢", "😀")) {
            String first = read("x" + character.repeat(40_000), 0).getFirst();
            assertThat(first).matches("x(" + character + ")+");
        }
    }

    @Test
    void theLastPartSaysSo() {
        assertThat(read("abcdef", 4)).containsExactly("ef", "this is byte 4 to 6 of 6, the end");
        assertThat(read("abcdef", 100)).containsExactly("", "this is byte 100 to 100 of 6, the end");
    }

    @Test
    void linesHaveNoControlCharacters() {
        Excerpt excerpt = new Excerpt(0);
        excerpt.line("a\u001B[31mb\tc");

        assertThat(excerpt.texts("status")).containsExactly("a[31mb\tc\n");
    }
}
