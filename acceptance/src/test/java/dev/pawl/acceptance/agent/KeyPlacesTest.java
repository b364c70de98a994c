package dev.pawl.acceptance.agent;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.TaskFileParser;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.host.place.KeyPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line may not use the worker's code, yet refuses every location of keys that a sandbox hides. */
class KeyPlacesTest {
    @TempDir
    Path home;

    static List<String> places() {
        return KeyPlaces.PLACES;
    }

    @ParameterizedTest
    @MethodSource("places")
    void aLocationOfKeysIsRefusedBeforeTheTaskStarts(String place) throws IOException {
        Path keys = Files.createDirectories(home.resolve(place));
        Path task = Files.writeString(home.resolve("task.md"), """
                ---
                agent: command
                command: [agent]
                sandbox: bubblewrap
                checks: ["ls '%s'"]
                ---
                Work.
                """.formatted(keys));

        assertThatThrownBy(() -> TaskFileParser.parse(task, AgentsFile.NONE, home))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("belongs to sign-ins or keys");
    }
}
