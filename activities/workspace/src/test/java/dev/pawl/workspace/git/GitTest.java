package dev.pawl.workspace.git;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workspace.WorkspaceUnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    @TempDir
    Path root;

    @Test
    void aCommandThatRunsOutOfItsTimeIsNamedWithItsLimitAndNotTriedAgain() throws Exception {
        Path slow = Files.writeString(root.resolve("git"), "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(
                        () -> new Git(slow.toString(), Duration.ofMillis(300)).run(GitCommand.in(root, "clone", ".")))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessage("git clone ran longer than 0.3s: is the disk slow, or the repository very large?");
    }
}
