package dev.pawl.db.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentSweepTest {
    @TempDir
    Path directory;

    private final Instant before = Instant.now().minus(Duration.ofDays(1));
    private LocalContentStore store;
    private ContentSweep sweep;

    @BeforeEach
    void open() {
        store = new LocalContentStore(directory);
        sweep = new ContentSweep(directory);
    }

    @Test
    void onlyOldAndUnneededContentsAreRemoved() throws IOException {
        String unneeded = old("unneeded");
        String needed = old("needed");
        String fresh = store.put("fresh".getBytes(UTF_8)).sha256();

        assertThat(sweep.sweep(before, names -> Set.of(needed), false)).isEqualTo(new Swept(1, 8));

        assertThatThrownBy(() -> store.open(unneeded)).isInstanceOf(ContentLostException.class);
        assertThat(text(needed)).isEqualTo("needed");
        assertThat(text(fresh)).isEqualTo("fresh");
        assertThat(sweep.sweep(before, names -> Set.of(needed), false)).isEqualTo(new Swept(0, 0));
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        old("unneeded");
        List<Path> all = files();

        assertThat(sweep.sweep(before, names -> Set.of(), true)).isEqualTo(new Swept(1, 8));

        assertThat(files()).isEqualTo(all);
    }

    @Test
    void aContentThatIsPutAgainDuringASweepIsKept() throws IOException {
        String again = old("again");

        Swept swept = sweep.sweep(
                before,
                names -> {
                    store.put("again".getBytes(UTF_8));
                    return Set.of();
                },
                false);

        assertThat(swept).isEqualTo(new Swept(0, 0));
        assertThat(text(again)).isEqualTo("again");
    }

    @Test
    void aContentThatIsMovedAsideCanBeReadAndPutAndIsRestoredByTheNextSweep() throws IOException {
        String killed = old("killed");
        String putAgain = old("put again");
        aside(killed);
        aside(putAgain);

        assertThat(text(killed)).isEqualTo("killed");
        store.put("put again".getBytes(UTF_8));
        sweep.sweep(before, names -> names, false);

        assertThat(text(killed)).isEqualTo("killed");
        assertThat(text(putAgain)).isEqualTo("put again");
        assertThat(files()).hasSize(2).allMatch(file -> !file.toString().contains("condemned"));
    }

    @Test
    void incompleteContentsAreRemoved() throws IOException {
        store.put("any".getBytes(UTF_8));
        Path part = Files.writeString(directory.resolve("incoming").resolve("1.part"), "half");
        Files.setLastModifiedTime(part, FileTime.from(before.minusSeconds(1)));

        sweep.sweep(before, names -> Set.of(), false);

        assertThat(part).doesNotExist();
    }

    @Test
    void concurrentSweepsNeverLoseAContentThatIsPut() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 200; round++) {
                String text = "content " + round % 5;
                old(text);
                List<Future<?>> sweeps = List.of(
                        threads.submit(() -> sweep.sweep(before, names -> Set.of(), false)),
                        threads.submit(() -> sweep.sweep(before, names -> Set.of(), false)));
                String put = store.put(text.getBytes(UTF_8)).sha256();
                assertThat(text(put)).isEqualTo(text);
                for (Future<?> swept : sweeps) {
                    swept.get();
                }
                assertThat(text(put)).isEqualTo(text);
            }
        }
    }

    @Test
    void aStoreThatWasNeverUsedIsSwept() {
        assertThat(new ContentSweep(directory.resolve("none")).sweep(before, names -> Set.of(), false))
                .isEqualTo(new Swept(0, 0));
    }

    private String old(String text) throws IOException {
        String sha256 = store.put(text.getBytes(UTF_8)).sha256();
        Files.setLastModifiedTime(place(sha256), FileTime.from(before.minusSeconds(1)));
        return sha256;
    }

    /** The state that a killed sweep leaves. */
    private void aside(String sha256) throws IOException {
        Path condemned = Files.createDirectories(directory.resolve("condemned"));
        Files.move(place(sha256), condemned.resolve(sha256));
    }

    private Path place(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private String text(String sha256) {
        return new String(store.read(sha256, 100), UTF_8);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
