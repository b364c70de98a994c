package dev.pawl.workspace.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.column.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relative to open directories, and as on systems whose JDK cannot do that. */
class TargetDirectoryTest {
    private static final PathState FILE = PathState.file(Sha256.of("new".getBytes(UTF_8)), "rw-r-----");

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileIsPreparedPlacedReadAndRemoved(boolean byPath) throws IOException {
        TargetDirectory target = target(byPath);

        target.prepare("d/e/f", ".new", FILE, content("new"), Map.of("d", "rwxrwx---"));
        target.place("d/e/f", ".new");

        assertThat(target.state("d/e/f")).isEqualTo(FILE);
        assertThat(target.state("d/e/.new")).isEqualTo(PathState.ABSENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("target/d"))))
                .isEqualTo("rwxrwx---");
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        target.read("d/e/f", read);
        assertThat(read.toString(UTF_8)).isEqualTo("new");
        target.sync("d/e");
        assertThat(target.deleteEmpty("d/e")).isFalse();
        target.delete("d/e/f");
        assertThat(target.deleteEmpty("d/e")).isTrue();
        assertThat(target.directory("d/e")).isFalse();
        assertThat(target.directory("d")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLinkIsNotFollowed(boolean byPath) throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Files.writeString(outside.resolve("f"), "secret");
        TargetDirectory target = target(byPath);
        Files.createSymbolicLink(root.resolve("target/d"), outside);
        Files.createSymbolicLink(root.resolve("target/l"), outside.resolve("f"));

        assertThat(target.state("d/f")).isEqualTo(PathState.ABSENT);
        assertThat(target.directory("d")).isFalse();
        assertThat(target.state("l").kind()).isEqualTo(PathState.Kind.LINK);
        assertThatThrownBy(() -> target.prepare("d/g", ".new", FILE, content("new"), Map.of()))
                .isInstanceOf(NotDirectoryException.class);
        target.delete("d/f");
        target.delete("l");

        assertThat(outside).isDirectoryContaining("glob:**/f");
        assertThat(outside.toFile().list()).containsExactly("f");
        assertThat(root.resolve("target/l")).doesNotExist();
    }

    private TargetDirectory target(boolean byPath) throws IOException {
        return new TargetDirectory(Files.createDirectory(root.resolve("target")), byPath);
    }

    private Path content(String text) throws IOException {
        return Files.writeString(root.resolve("content"), text);
    }
}
