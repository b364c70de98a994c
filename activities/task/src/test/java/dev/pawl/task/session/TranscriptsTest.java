package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptsTest {
    private static final int MAX = 1_000;

    @TempDir
    private Path directory;

    private ContentStore contents;
    private Transcripts transcripts;

    @BeforeEach
    void store() {
        contents = new LocalContentStore(directory.resolve("content"));
        transcripts = new Transcripts(new Texts(contents), Redaction.of(Map.of("ACME_TOKEN", "correct-horse")), MAX);
    }

    @Test
    void aTranscriptIsStoredWithoutSecrets() throws IOException {
        assertThat(kept("one\nuse correct-horse\n")).isEqualTo("one\nuse [redacted]\n");
    }

    @Test
    void onlyWholeLinesOfTheBeginningAndTheEndOfALongTranscriptAreStored() throws IOException {
        String text = kept("first line\n" + "middle line\n".repeat(10_000) + "last line\n");

        assertThat(text).startsWith("first line\n").endsWith("last line\n").contains("bytes left out");
        assertThat(text.length()).isLessThan(MAX + 100);
        assertThat(text.lines()).allMatch(line -> line.matches("(first|middle|last) line|.*bytes left out.*|"));
    }

    @Test
    void noPartOfASecretRemainsWhereAnEndlessLineIsCut() throws IOException {
        String text = kept("correct-horse".repeat(100_000));

        assertThat(text).doesNotContain("correct", "horse").contains("bytes left out");
    }

    @Test
    void bytesThatAreNotTextAreReplaced() throws IOException {
        Path file = Files.write(directory.resolve("t"), new byte[] {'a', (byte) 0xff, 'b'});

        assertThat(read(transcripts.store(file))).isEqualTo("a\ufffdb");
    }

    @Test
    void aRunWithoutOutputHasNoTranscript() throws IOException {
        assertThat(transcripts.store(directory.resolve("none"))).isNull();
        assertThat(transcripts.store(Files.createFile(directory.resolve("empty"))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln -s secret t", "ln secret t", "mkfifo t", "mkdir t", "ln -s /dev/zero t"})
    @Timeout(60)
    void anythingElseInItsPlaceIsNoTranscript(String trap) throws Exception {
        Files.writeString(directory.resolve("secret"), "secret");
        assertThat(new ProcessBuilder("sh", "-c", trap)
                        .directory(directory.toFile())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(transcripts.store(directory.resolve("t"))).isNull();
    }

    @Test
    void onlyTheStoredPartsOfAHugeTranscriptAreRead() throws Exception {
        Path file = Files.writeString(directory.resolve("t"), "first line\n");
        new ProcessBuilder("truncate", "-s", "5T", file.toString()).start().waitFor();

        assertThat(read(transcripts.store(file))).startsWith("first line\n").hasSizeLessThan(MAX + 100);
    }

    private String kept(String transcript) throws IOException {
        return read(transcripts.store(Files.writeString(directory.resolve("t"), transcript)));
    }

    private String read(@Nullable String ref) {
        return new String(contents.read(Objects.requireNonNull(ref), 1 << 20), StandardCharsets.UTF_8);
    }
}
