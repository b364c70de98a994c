package dev.pawl.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that others can write are accessed without following links. */
@Timeout(120)
class UntrustedTreeTest {
    private static final Path FILE = Path.of("a/b/file");

    @TempDir
    Path directory;

    private Path root = Path.of("unset");

    @BeforeEach
    void aTreeBesideASecret() throws IOException {
        root = directory.resolve("root");
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve(FILE), "content");
        Files.createDirectories(directory.resolve("else/b"));
        Files.writeString(directory.resolve("else/b/file"), "secret");
        Files.writeString(directory.resolve("else/file"), "secret");
    }

    @Test
    void filesAreReadAndDirectoriesListed() throws IOException {
        try (UntrustedTree tree = UntrustedTree.open(root)) {
            assertThat(tree.read(FILE, 100)).asString().isEqualTo("content");
            assertThat(tree.names(Path.of(""))).containsExactly(Path.of("a"));
            assertThat(tree.names(Path.of("a/b"))).containsExactly(Path.of("file"));
            assertThat(tree.names(Path.of("a/b"))).containsExactly(Path.of("file"));
        }
    }

    static Stream<String> traps() {
        return Stream.of(
                "ln -sf ../../../else/file a/b/file",
                "ln -sf $PWD/../else/file a/b/file",
                "rm -r a/b; ln -s ../../else/b a/b",
                "rm -r a; ln -s ../else a",
                "ln -f ../else/file a/b/file",
                "rm a/b/file; mkfifo a/b/file",
                "rm -r a/b; mkfifo a/b",
                "rm a/b/file; mkdir a/b/file",
                "rm a/b/file; ln -s /dev/zero a/b/file",
                "rm a/b/file; ln -s file a/b/file",
                "rm a/b/file; python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"a/b/file\")'",
                "truncate -s 1T a/b/file");
    }

    @ParameterizedTest
    @MethodSource("traps")
    void onlyRegularFilesOfTheTreeAreRead(String trap) throws Exception {
        sh(trap);

        try (UntrustedTree tree = UntrustedTree.open(root)) {
            assertThatThrownBy(() -> tree.read(FILE, 100)).isInstanceOf(UnexpectedFileException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../else/file", "a/../../else/file", "/etc/passwd"})
    void noPathLeadsOut(String path) throws IOException {
        try (UntrustedTree tree = UntrustedTree.open(root)) {
            assertThatThrownBy(() -> tree.read(Path.of(path), 1 << 20)).isInstanceOf(UnexpectedFileException.class);
            assertThat(tree.has(Path.of(path))).isFalse();
        }
    }

    @Test
    void aRootThatBecameALinkIsNotOpened() throws Exception {
        sh("cd ..; mv root moved; ln -s else root");

        assertThatThrownBy(() -> UntrustedTree.open(root)).isInstanceOf(UnexpectedFileException.class);
    }

    @Test
    void targetsOfLinksAreNeitherRemovedNorMoved() throws Exception {
        sh("rm -r a; ln -s ../else a");

        try (UntrustedTree tree = UntrustedTree.open(root)) {
            tree.remove(Path.of("a/b/file"));
            assertThatThrownBy(() -> tree.take(Path.of("a/b"), directory.resolve("taken")))
                    .isInstanceOf(UnexpectedFileException.class);
            tree.remove(Path.of("a"));
        }
        assertThat(root).isEmptyDirectory();
        assertThat(directory.resolve("else/b/file")).exists();
    }

    @Test
    void aTreeThatIsDeeperThanAPathCanBeLongIsRemoved() throws Exception {
        sh("python3 -c 'import os\nfor i in range(6000): os.mkdir(\"d\"); os.chdir(\"d\")'; mkdir -p x; chmod 000 x");

        Removal.remove(root);

        assertThat(directory.toFile().list()).containsExactly("else");
    }

    /** Files and directories become links, pipes and each other, while the tree is read and removed. */
    @Test
    void nothingOutsideIsReadOrRemovedWhileTheTreeChanges() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Thread hostile = Thread.ofPlatform().daemon().start(() -> swap(ended));
        int read = 0;
        try {
            long end = System.nanoTime() + 4_000_000_000L;
            for (int i = 0; System.nanoTime() < end; i++) {
                try (UntrustedTree tree = UntrustedTree.open(root)) {
                    assertThat(new String(tree.read(FILE, 100), StandardCharsets.UTF_8))
                            .isEqualTo("content");
                    read++;
                    if (i % 7 == 0) {
                        tree.remove(FILE);
                    }
                } catch (IOException expected) {
                    assertThat(expected).isNotNull();
                }
                if (i % 50 == 0) {
                    removeAll();
                }
            }
        } finally {
            ended.set(true);
            hostile.join();
        }
        assertThat(read).isPositive();
        assertThat(directory.resolve("else/b/file")).hasContent("secret");
        assertThat(directory.resolve("else/file")).hasContent("secret");
    }

    private void removeAll() {
        try {
            Removal.remove(root.resolve("a"));
        } catch (UncheckedIOException filledAgain) {
            assertThat(filledAgain).isNotNull();
        }
    }

    private void swap(AtomicBoolean ended) {
        Random random = new Random(1);
        while (!ended.get()) {
            try {
                // Never through its own links.
                boolean real = !Files.isSymbolicLink(root.resolve("a")) && !Files.isSymbolicLink(root.resolve("a/b"));
                switch (real ? random.nextInt(6) : 6) {
                    case 0 -> {
                        Path link = Files.createSymbolicLink(root.resolve("l"), directory.resolve("else/file"));
                        Files.move(link, root.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
                    }
                    case 1 -> {
                        Files.move(root.resolve("a/b"), root.resolve("away-" + random.nextLong()));
                        Files.createSymbolicLink(root.resolve("a/b"), directory.resolve("else/b"));
                    }
                    case 2 -> {
                        Files.move(root.resolve("a"), root.resolve("away-" + random.nextLong()));
                        Files.createSymbolicLink(root.resolve("a"), directory.resolve("else"));
                    }
                    default -> {
                        if (Files.isSymbolicLink(root.resolve("a"))) {
                            Files.delete(root.resolve("a"));
                        } else if (Files.isSymbolicLink(root.resolve("a/b"))) {
                            Files.delete(root.resolve("a/b"));
                        }
                        Files.createDirectories(root.resolve("a/b"));
                        Path next = Files.writeString(root.resolve("n"), "content");
                        Files.move(next, root.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            } catch (IOException raced) {
                Thread.onSpinWait();
            }
        }
    }

    private void sh(String script) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", script)
                        .directory(root.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
