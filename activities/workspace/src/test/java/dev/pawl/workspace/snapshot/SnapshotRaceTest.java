package dev.pawl.workspace.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that an agent left behind replaces files by links while a snapshot is taken. */
class SnapshotRaceTest {
    private static final String SWAP = """
            import os, sys, time
            outside, end = sys.argv[1], time.time() + 6
            while time.time() < end:
                try:
                    os.rename('lib', 'was')
                    os.symlink(outside, 'lib')
                    os.remove('lib')
                    os.rename('was', 'lib')
                except OSError:
                    pass
            """;

    @TempDir
    Path root;

    @Test
    @Timeout(120)
    void noSnapshotContainsOutsideFiles() throws Exception {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Path outside = Files.createDirectories(root.resolve("outside"));
        Files.writeString(outside.resolve("util.py"), "a secret, longer than what is in the place of it");
        Process hostile = new ProcessBuilder("python3", "-c", SWAP, outside.toString())
                .directory(workspace.directory().toFile())
                .start();
        int taken = 0;
        while (hostile.isAlive()) {
            try {
                String commit = workspace.snapshot("s").commit();
                taken++;
                Map<String, byte[]> contents = workspace.contents(commit, workspace.files(commit));
                assertThat(contents.values())
                        .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("secret"));
            } catch (UncheckedIOException changedMeanwhile) {
                assertThat(changedMeanwhile).isNotNull();
            }
        }

        assertThat(taken).isPositive();
        assertThat(outside.resolve("util.py")).content().startsWith("a secret");
    }
}
