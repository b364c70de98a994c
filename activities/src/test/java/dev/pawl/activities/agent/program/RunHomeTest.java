package dev.pawl.activities.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.activities.agent.AgentSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHomeTest {
    private Path own = Path.of("unset");
    private Path copy = Path.of("unset");

    @BeforeEach
    void aSignIn(@TempDir Path directory) throws IOException {
        own = Files.writeString(directory.resolve("token"), "old");
        copy = directory.resolve("run/config/token");
    }

    private RunHome home() throws IOException {
        Path root = own.resolveSibling("run");
        return new RunHome(RunDirectory.make(root), AgentSettings.of(Map.of(), root));
    }

    @Test
    void aLentFileIsPrivateAndGoneAfterTheRun() throws Exception {
        try (RunHome home = home()) {
            home.borrow(own, copy);
            assertThat(copy).hasContent("old");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThat(copy).doesNotExist();
        assertThat(own).hasContent("old");
    }

    @Test
    void aSignInThatTheAgentRenewedIsHandedBack() throws Exception {
        try (RunHome home = home()) {
            home.borrow(own, copy);
            Files.writeString(copy, "new");
        }
        assertThat(own).hasContent("new");
        assertThat(copy).doesNotExist();
    }

    @Test
    void whatTheUserChangedMeanwhileStays() throws Exception {
        try (RunHome home = home()) {
            home.borrow(own, copy);
            Files.writeString(copy, "new");
            Files.writeString(own, "signed in anew");
        }
        assertThat(own).hasContent("signed in anew");
    }

    @Test
    void whatIsNotThereIsNotLent() throws Exception {
        try (RunHome home = home()) {
            home.borrow(own.resolveSibling("none"), copy);
            assertThat(copy).doesNotExist();
        }
    }
}
