package dev.pawl.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentDispute;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.RecordedListener;
import dev.pawl.agent.output.AgentOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every agent can say that a check contradicts its task: in the last line of its last words. */
class DisputeContractTest {
    private static final String WORDS = "DONE: calculator.py created.";

    static Stream<Named<Adapter>> adapters() {
        return AgentContractTest.adapters();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void theLastLineOfEveryAgentCanDisputeACheck(Adapter adapter, @TempDir Path directory) throws Exception {
        AgentRun run = new AgentRuns(directory).program("some-agent", null, null, null, Duration.ofSeconds(60));
        RecordedListener listener = new RecordedListener();
        AgentOutput output = adapter.outputs().apply(run, listener);

        String success = adapter.recordings().recording(ContractCase.SUCCESS).stdout();
        assertThat(success).contains(WORDS);
        success.replace(WORDS, "PAWL-DISPUTE: tests — it wants 6 for 2 + 3")
                .lines()
                .forEach(output::line);

        assertThat(AgentDispute.find(output.finalText())).contains("tests — it wants 6 for 2 + 3");
        assertThat(listener.actions)
                .filteredOn(action -> action.kind() == ActionKind.QUESTION)
                .extracting(AgentAction::text)
                .containsOnly("disputes tests — it wants 6 for 2 + 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Done.\nPAWL-DISPUTE: tests — why",
                "PAWL-DISPUTE: lint — first\n\n**PAWL-DISPUTE:** tests — why\n",
                "> - `PAWL-DISPUTE:` tests — why",
            })
    void theLineIsFoundWithTheMarksOfMarkdown(String text) {
        assertThat(AgentDispute.find(text)).contains("tests — why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I could end with PAWL-DISPUTE: tests — why", "PAWL-DISPUTE:", "PAWL-DISPUTE:  \nmore"})
    void otherLinesDisputeNothing(String text) {
        assertThat(AgentDispute.find(text)).isEmpty();
    }
}
