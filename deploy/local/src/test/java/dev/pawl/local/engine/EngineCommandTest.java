package dev.pawl.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EngineCommandTest {
    private final String command = String.join(
            " ",
            EngineCommand.of(
                    Path.of("/c/pawl-engine"), Path.of("/h/t.db"), Path.of("/h/tls"), Path.of("/h/ui-secret"), 1, 2));

    @Test
    void itNamesTheFilesOfItsDataAndItsCredentials() {
        assertThat(command)
                .startsWith("/c/pawl-engine serve --db-filename /h/t.db --credentials /h/tls --ui-secret /h/ui-secret"
                        + " --port 1 --ui-port 2");
    }

    @Test
    void itHasTheSearchAttributesOfTasks() {
        assertThat(command)
                .contains("--search-attribute PawlStatus=Keyword")
                .contains("--search-attribute PawlAgent=Keyword")
                .contains("--search-attribute PawlPlan=Keyword")
                .contains("--search-attribute PawlRepository=Keyword")
                .contains("--search-attribute PawlLabels=KeywordList")
                .contains("--search-attribute PawlIteration=Int")
                .contains("--search-attribute PawlScore=Double")
                .contains("--search-attribute PawlCostUsd=Double");
    }
}
