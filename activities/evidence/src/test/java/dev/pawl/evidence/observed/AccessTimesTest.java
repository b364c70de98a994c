package dev.pawl.evidence.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTimesTest {
    @TempDir
    Path root;

    @Test
    void filesThatWereReadAreDistinguishedFromOthers() throws Exception {
        Files.createDirectories(root.resolve("in side"));
        Files.writeString(root.resolve("in side/read.txt"), "x");
        Files.writeString(root.resolve("other.txt"), "x");
        Files.writeString(root.resolve("outside.txt"), "x");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("outside.txt"));
        AccessTimes times = new AccessTimes(root, List.of("in side/read.txt", "other.txt", "link", "gone.txt"));

        times.reset();
        assertThat(times.moved()).isEmpty();
        Files.readString(root.resolve("in side/read.txt"));
        Files.readString(root.resolve("link"));

        assumeThat(times.moved()).as("this file system records reads").isNotEmpty();
        assertThat(times.moved()).containsExactly("in side/read.txt");
        times.reset();
        assertThat(times.moved()).isEmpty();
    }
}
