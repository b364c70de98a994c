package dev.pawl.db.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void makingAStoreTouchesNothing_C1() {
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
    void whatWasNeverPutIsNotFound() {
        assertThatThrownBy(() -> store.open(HELLO))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(HELLO);
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
