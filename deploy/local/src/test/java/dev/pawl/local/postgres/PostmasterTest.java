package dev.pawl.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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
    void aKilledServerThatNobodyReapsDoesNotKeepTheNextOneFromStarting() throws IOException {
        String forks = "import os, time; pid = os.fork() or os._exit(0); print(pid, flush=True); time.sleep(60)";
        Process parent = new ProcessBuilder("python3", "-c", forks).start();
        try (BufferedReader out = parent.inputReader()) {
            Path note = note(out.readLine());

            new Postmaster(data).end();

            assertThat(note).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void theNoteOfAServerThatIsGoneIsLeftToTheNextOne() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path note = note(Long.toString(gone.pid()));

        new Postmaster(data).end();

        assertThat(note).exists();
    }

    private Path note(String pid) throws IOException {
        return Files.writeString(
                data.resolve("postmaster.pid"),
                "%s\n%s\n%d\n5432\n".formatted(pid, data, Instant.now().getEpochSecond()));
    }
}
