package dev.pawl.activities.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.activities.agent.Continuation;
import dev.pawl.activities.agent.OwnSession;
import dev.pawl.workflows.model.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSessionsTest {
    private static final OwnSession OWN =
            new OwnSession("thread-1", new Usage(10, 20, 30, 40, new BigDecimal("0.0123"), 2));

    @TempDir
    Path directory;

    @Test
    void whatWasKeptIsThereForALaterRunAndForAnotherAttemptOfIt() throws IOException {
        UUID first = UUID.randomUUID();
        after().keep(first, run("said this"), OWN);

        for (String attempt : List.of("one", "two")) {
            RunDirectory next = RunDirectory.make(directory.resolve(attempt));
            assertThat(after(first).restore(next)).contains(OWN);
            assertThat(next.root().resolve("own/sessions/a.jsonl")).hasContent("said this");
        }
    }

    @Test
    void theBestThatWasKeptIsGoneOnWith() throws IOException {
        UUID older = UUID.randomUUID();
        UUID brokenOff = UUID.randomUUID();
        after().keep(older, run("older"), OWN);

        assertThat(after(brokenOff, older).restore(RunDirectory.make(directory.resolve("next"))))
                .contains(OWN);
    }

    @Test
    void whatWasNotKeptToItsEndIsNotGoneOnWith() throws IOException {
        UUID half = UUID.randomUUID();
        Files.createDirectories(
                directory.resolve("kept").resolve(half.toString()).resolve("own/sessions"));

        assertThat(after(half).restore(RunDirectory.make(directory.resolve("next"))))
                .isEmpty();
    }

    @Test
    void aLinkInPlaceOfSessionsIsNotKept() throws IOException {
        UUID session = UUID.randomUUID();
        RunDirectory run = RunDirectory.make(directory.resolve("run"));
        Files.createDirectories(run.root().resolve("own"));
        Files.createSymbolicLink(
                run.root().resolve("own/sessions"), Files.createDirectories(directory.resolve("else")));

        after().keep(session, run, OWN);

        assertThat(directory.resolve("kept").resolve(session.toString())).doesNotExist();
        assertThat(directory.resolve("else")).isDirectory();
    }

    private RunDirectory run(String said) throws IOException {
        RunDirectory run = RunDirectory.make(directory.resolve("run-" + UUID.randomUUID()));
        Files.createDirectories(run.root().resolve("own/sessions"));
        Files.writeString(run.root().resolve("own/sessions/a.jsonl"), said);
        return run;
    }

    private KeptSessions after(UUID... earlier) {
        return new KeptSessions(new Continuation(directory.resolve("kept"), List.of(earlier)), List.of("own/sessions"));
    }
}
