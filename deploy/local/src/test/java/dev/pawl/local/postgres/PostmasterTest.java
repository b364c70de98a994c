package dev.pawl.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.local.home.Unreaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
    @TempDir
    Path data;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aKilledServerThatIsNotReapedDoesNotKeepTheNextOneFromStarting() throws IOException {
        try (Unreaped killed = new Unreaped()) {
            Path note = note(killed.pid());

            new Postmaster(data).end();

            assertThat(note).doesNotExist();
        }
    }

    @Test
    void theNoteOfAServerThatIsGoneIsLeftToTheNextOne() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path note = note(gone.pid());

        new Postmaster(data).end();

        assertThat(note).exists();
    }

    private Path note(long pid) throws IOException {
        return Files.writeString(
                data.resolve("postmaster.pid"),
                "%d\n%s\n%d\n5432\n".formatted(pid, data, Instant.now().getEpochSecond()));
    }
}
