package dev.pawl.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EngineCommandTest {
    private final String command = String.join(" ", EngineCommand.of(Path.of("/c/temporal"), Path.of("/h/t.db"), 1, 2));

    @Test
    void theServerIsDurableAndOnLoopback() {
        assertThat(command)
                .startsWith("/c/temporal server start-dev --ip 127.0.0.1 --port 1 --ui-ip 127.0.0.1 --ui-port 2")
                .contains("--db-filename /h/t.db")
                .contains("--sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=FULL");
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

    @Test
    void itDoesNotTaxEachStep() {
        assertThat(command)
                .contains("--dynamic-config-value history.transferProcessorMaxPollRPS=2000")
                .contains("--dynamic-config-value history.timerProcessorMaxPollRPS=2000")
                .contains("--dynamic-config-value system.enableActivityEagerExecution=true");
    }
}
