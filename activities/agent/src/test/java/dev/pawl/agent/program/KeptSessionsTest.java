package dev.pawl.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.Continuation;
import dev.pawl.agent.OwnSession;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptSessionsTest {
    private static final OwnSession OWN =
            new OwnSession("thread-1", new Usage(10, 20, 30, 40, new BigDecimal("0.0123"), 2));

    @TempDir
    Path directory;

    @Test
    void keptSessionsAreAvailableToALaterRunAndToItsRetries() throws IOException {
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
    void anIncompleteSessionIsNotContinued() throws IOException {
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

    @Test
    void aRunThatCannotBeKeptIsFinishedAnyway() throws IOException {
        Files.writeString(directory.resolve("kept"), "no directory");
        UUID session = UUID.randomUUID();

        after().keep(session, run("said this"), OWN);
        after(session).forget();

        assertThat(directory.resolve("kept")).hasContent("no directory");
    }

    static Stream<String> traps() {
        return Stream.of(
                "ln -s ../../../else/secret own/sessions/x",
                "ln -s ../../../else own/sessions/x",
                "ln ../else/secret own/sessions/x",
                "mkfifo own/sessions/x",
                "ln -s /dev/zero own/sessions/x",
                "rm -r own/sessions; ln -s ../../else own/sessions",
                "rm -r own; ln -s ../else own",
                "rm -r own; mkfifo own",
                "rm -r own/sessions; mkfifo own/sessions",
                "rm -r own/sessions; echo secret > own/sessions",
                "truncate -s 5T own/sessions/x",
                "rm -r own");
    }

    /** Neither now nor for the next run. */
    @ParameterizedTest
    @MethodSource("traps")
    @Timeout(60)
    void nothingFromOutsideTheRunIsKept(String trap) throws Exception {
        UUID session = UUID.randomUUID();
        RunDirectory run = run("said this");
        Path outside = Files.createDirectories(directory.resolve("else/sessions"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.writeString(directory.resolve("else/secret"), "secret");
        assertThat(new ProcessBuilder("sh", "-c", trap)
                        .directory(run.root().toFile())
                        .start()
                        .waitFor())
                .isZero();

        after().keep(session, run, OWN);
        RunDirectory next = RunDirectory.make(directory.resolve("next"));
        after(session).restore(next);

        assertThat(outside.resolve("secret")).exists();
        assertThat(next.root().resolve("own/sessions/x")).doesNotExist();
        try (Stream<Path> files = Files.walk(next.root())) {
            assertThat(files.filter(file -> !Files.isDirectory(file)))
                    .allMatch(file -> file.endsWith("own/sessions/a.jsonl"));
        }
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
