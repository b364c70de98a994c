package dev.pawl.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.output.LineSplitter;
import dev.pawl.host.output.OutputTail;
import dev.pawl.host.output.SpoolFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path directory;

    @Test
    void aSpoolKeepsUpToItsLimitAndNotesHowMuchItDropped() throws IOException {
        Path file = directory.resolve("out");
        byte[] chunk = new byte[1000];
        Arrays.fill(chunk, (byte) 'x');

        try (SpoolFile spool = new SpoolFile(file, 2500)) {
            for (int i = 0; i < 10; i++) {
                spool.write(chunk, chunk.length);
            }
            assertThat(spool.dropped()).isEqualTo(7500);
        }

        assertThat(Files.readString(file))
                .startsWith("x".repeat(2500) + "\n")
                .endsWith("[pawl: kept the first 2500 bytes, dropped 7500 more]\n");
    }

    @Test
    void aSpoolWithinItsLimitAddsNothing() throws IOException {
        Path file = directory.resolve("out");
        try (SpoolFile spool = new SpoolFile(file, 3)) {
            spool.write(new byte[] {0, (byte) 0xff, 7}, 3);
        }

        assertThat(Files.readAllBytes(file)).containsExactly(0, 0xff, 7);
    }

    @Test
    void linesAreTheSameHoweverTheOutputIsCut() throws IOException {
        byte[] all = "eins\r\nzwei ü\n\nlast".getBytes(UTF_8);
        for (int size = 1; size <= all.length; size++) {
            assertThat(lines(all, size, 100)).containsExactly("eins", "zwei ü", "", "last");
        }
    }

    @Test
    void onlyTheStartOfAnEndlessLineIsKept() throws IOException {
        assertThat(lines("abcdefgh\nij\n".getBytes(UTF_8), 3, 5)).containsExactly("abcde", "ij");
    }

    @Test
    void bytesThatAreNoTextDoNotStopIt() throws IOException {
        assertThat(lines(new byte[] {'a', 0, (byte) 0xff, '\n', 'b'}, 2, 100)).containsExactly("a\0\uFFFD", "b");
    }

    @Test
    void theTailIsTheEndOfAllThatWasWritten() {
        OutputTail tail = new OutputTail(5);
        assertThat(tail.text()).isEmpty();
        tail.write("abc".getBytes(UTF_8), 3);
        assertThat(tail.text()).isEqualTo("abc");
        tail.write("defghijk".getBytes(UTF_8), 8);
        assertThat(tail.text()).isEqualTo("ghijk");
        tail.write("lm".getBytes(UTF_8), 1);
        assertThat(tail.text()).isEqualTo("hijkl");
    }

    private static List<String> lines(byte[] all, int size, int longest) throws IOException {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(longest, lines::add);
        for (int from = 0; from < all.length; from += size) {
            byte[] chunk = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
            splitter.write(chunk, chunk.length);
        }
        splitter.finish();
        return lines;
    }
}
