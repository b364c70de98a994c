package dev.pawl.db.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalContentStoreTest {
    // SHA-256 of "hello", as sha256sum prints it.
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path directory;

    private LocalContentStore store;

    @BeforeEach
    void open() {
        store = new LocalContentStore(directory.resolve("content"));
    }

    @Test
    void makingAStoreTouchesNothing() {
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void bytesAndFilesComeBackByTheirHash() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "hello");

        assertThat(store.put("hello".getBytes(UTF_8))).isEqualTo(new Stored(HELLO, 5));
        assertThat(store.put(file)).isEqualTo(new Stored(HELLO, 5));
        assertThat(store.put(file)).isEqualTo(new Stored(HELLO, 5));

        assertThat(store.read(HELLO, 100)).asString(UTF_8).isEqualTo("hello");
        assertThat(store.read(HELLO, 2)).asString(UTF_8).isEqualTo("he");
        try (InputStream content = store.open(HELLO)) {
            assertThat(content).hasContent("hello");
        }
        assertThat(file).hasContent("hello");
    }

    @Test
    void puttingTwiceKeepsOneFileAndNoLeftover() throws IOException {
        store.put("hello".getBytes(UTF_8));
        store.put("hello".getBytes(UTF_8));
        store.put(new byte[0]);

        assertThat(files()).hasSize(2);
    }

    @Test
    void manyMayPutTheSameAtOnce() throws Exception {
        byte[] large = new byte[1 << 20];
        Callable<Stored> put = () -> store.put(large);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Stored> stored : threads.invokeAll(Collections.nCopies(8, put))) {
                assertThat(store.read(stored.get().sha256(), 2 << 20)).isEqualTo(large);
            }
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void aContentAndItsNameAreOnDiskBeforeTheReferenceIsGivenOut() {
        Path home = directory.resolve("new").resolve("content");
        Path shard = home.resolve(HELLO.substring(0, 2));
        Path place = shard.resolve(HELLO.substring(2));
        List<Path> forced = new ArrayList<>();
        List<Path> withContent = new ArrayList<>();
        LocalContentStore recorded = new LocalContentStore(home, new DurableDirectories() {
            @Override
            void force(Path path) throws IOException {
                super.force(path);
                forced.add(path);
                if (Files.exists(place)) {
                    withContent.add(path);
                }
            }
        });

        recorded.put("hello".getBytes(UTF_8));

        assertThat(forced).contains(directory, directory.resolve("new"), home);
        assertThat(withContent).containsExactly(shard);
    }

    @Test
    void contentsOfOtherProcessesAreDurableBeforeTheirReferenceIsReturned() {
        store.put("hello".getBytes(UTF_8));
        List<Path> forced = new ArrayList<>();
        LocalContentStore other = new LocalContentStore(directory.resolve("content"), new DurableDirectories() {
            @Override
            void force(Path path) throws IOException {
                super.force(path);
                forced.add(path);
            }
        });

        other.put("hello".getBytes(UTF_8));

        assertThat(forced)
                .contains(
                        directory.resolve("content"),
                        directory.resolve("content").resolve(HELLO.substring(0, 2)));
    }

    @Test
    void aDamagedContentIsNotGivenOutAndPuttingItAgainMakesItWhole() throws IOException {
        for (String damage : List.of("hullo", "hell", "", "hello, world")) {
            store.put("hello".getBytes(UTF_8));
            Files.writeString(place(HELLO), damage);

            assertThatThrownBy(() -> store.read(HELLO, 2))
                    .isInstanceOf(ContentLostException.class)
                    .hasMessage("content %s is damaged in the content store", HELLO);
            assertThatThrownBy(() -> {
                        try (InputStream content = store.open(HELLO)) {
                            content.readAllBytes();
                        }
                    })
                    .isInstanceOf(ContentLostException.class);
            store.put("hello".getBytes(UTF_8));
            assertThat(store.read(HELLO, 9)).asString(UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void aMissingContentIsLostByName() {
        assertThatThrownBy(() -> store.open(HELLO)).isInstanceOfSatisfying(ContentLostException.class, lost -> {
            assertThat(lost).hasMessage("content %s is missing from the content store", HELLO);
            assertThat(lost.place()).isEqualTo(place(HELLO).toString());
        });
    }

    private Path place(String sha256) {
        return directory.resolve("content").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    @Test
    void onlyAHashNamesAContent() {
        for (String name : List.of("", "../../etc/passwd", HELLO.substring(1), HELLO.replace('2', 'G'))) {
            assertThatThrownBy(() -> store.open(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
