package dev.pawl.events.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pawl.db.deadletter.DeadLetterRow;
import dev.pawl.events.intake.EventStore;
import dev.pawl.events.testing.Events;
import dev.pawl.events.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolIntakeIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final EventStore store = EventStore.on(DATABASE.jdbc(), DATABASE.transactions());

    @TempDir
    private Path place;

    @BeforeEach
    void clear() {
        Events.clear(DATABASE);
    }

    @Test
    void spooledEventsAreTakenInOldestFirstAndTheirFilesRemoved() throws IOException {
        spool("002.jsonl", line("b"));
        spool("001.jsonl", line("a") + "\nbroken\n");
        spool(".003.tmp", line("incomplete"));

        assertThat(spoolOf(place.resolve("absent"), place).take()).isEqualTo(2);

        assertThat(Events.stored(DATABASE)).containsExactly("a", "b");
        assertThat(store.deadLetters().after("open", 0, 10))
                .extracting(DeadLetterRow::topic, DeadLetterRow::position)
                .containsExactly(tuple("001.jsonl", 1L));
        assertThat(place).isDirectoryContaining("glob:**/.003.tmp").isDirectoryNotContaining("glob:**.jsonl");
    }

    @Test
    void aFileThatIsTakenInTwiceChangesNothing() throws IOException {
        Path file = spool("001.jsonl", line("a") + "\nbroken\n");
        byte[] content = Files.readAllBytes(file);

        spoolOf(place).take();
        Files.write(file, content);
        spoolOf(place).take();

        assertThat(Events.stored(DATABASE)).containsExactly("a");
        assertThat(Events.dead(DATABASE)).isEqualTo(1);
    }

    @Test
    void aFileStaysWhileTheDatabaseIsAway() throws IOException {
        Path file = spool("001.jsonl", line("a"));
        TestDatabase gone = TestDatabase.migrated();
        SpoolIntake spool = new SpoolIntake(
                List.of(place), EventStore.on(gone.jdbc(), gone.transactions()).intake()::take);
        gone.close();

        assertThatThrownBy(spool::take).isInstanceOf(RuntimeException.class);

        assertThat(file).exists();
    }

    @Test
    void aLinkIsNotFollowedAndAHugeFileIsKeptAside() throws IOException {
        Path secret = Files.writeString(place.resolve("secret"), line("x"));
        Files.createSymbolicLink(place.resolve("001.jsonl"), secret);
        Files.write(place.resolve("002.jsonl"), new byte[16 * 1024 * 1024 + 1]);
        spool("003.jsonl", line("a"));

        assertThat(spoolOf(place).take()).isEqualTo(1);

        assertThat(Events.stored(DATABASE)).containsExactly("a");
        assertThat(secret).exists();
        assertThat(place.resolve("002.jsonl.refused")).exists();
    }

    private SpoolIntake spoolOf(Path... places) {
        return new SpoolIntake(List.of(places), store.intake()::take);
    }

    private Path spool(String name, String content) throws IOException {
        return Files.writeString(place.resolve(name), content);
    }

    private static String line(String id) {
        return new String(Events.valid(id, 1), UTF_8);
    }
}
