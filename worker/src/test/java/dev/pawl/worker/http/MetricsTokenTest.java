package dev.pawl.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTokenTest {
    @TempDir
    private Path directory;

    @Test
    void itIsCreatedOnceForItsOwnerOnly() throws IOException {
        Path home = directory.resolve("home");
        MetricsToken first = MetricsToken.of(home);
        String created = Files.readString(MetricsToken.file(home));

        assertThat(first.is(created)).isTrue();
        assertThat(first.is(created + "x")).isFalse();
        assertThat(MetricsToken.of(home).is(created)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(MetricsToken.file(home))))
                .isEqualTo("rw-------");
        assertThat(home).isDirectoryContaining(file -> file.equals(MetricsToken.file(home)));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(MetricsToken.file(directory));
        assertThatThrownBy(() -> MetricsToken.of(directory)).hasMessageContaining("is empty");
    }
}
