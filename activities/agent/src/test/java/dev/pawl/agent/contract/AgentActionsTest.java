package dev.pawl.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.RecordedListener;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.AgentOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Actions of agents in their recordings, in the common kinds. */
class AgentActionsTest {
    private AgentRun run;

    @BeforeEach
    void aRun(@TempDir Path directory) throws IOException {
        run = new AgentRuns(directory).program("some-agent", null, null, null, Duration.ofSeconds(60));
    }

    static Stream<Named<Adapter>> adapters() {
        return AgentContractTest.adapters();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void theRecordingsShowTheKindsThatTheirListNames(Adapter adapter) throws IOException {
        String agent = adapter.name();
        Map<ActionKind, Set<String>> seen = new EnumMap<>(ActionKind.class);
        for (Path file : adapter.recordings().outputs()) {
            for (AgentAction action : actions(adapter, file)) {
                seen.computeIfAbsent(action.kind(), kind -> new TreeSet<>()).add(action.tool());
            }
        }
        String kinds = seen.entrySet().stream()
                .map(kind -> kind.getKey().wire() + " " + String.join("/", kind.getValue()))
                .map(String::strip)
                .collect(Collectors.joining(", "));

        System.out.println("actions of " + agent + ": " + kinds);
        assertThat(kinds).isEqualTo(adapter.recordings().cases().get("actions"));
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aWrittenFileIsReportedWhenItBeginsAndWhenItIsDone(Adapter adapter) throws IOException {
        Recordings recordings = adapter.recordings();
        String success = recordings.recording(ContractCase.SUCCESS).name();
        List<AgentAction> tools = actions(adapter, recordings.folder().resolve(success + ".out")).stream()
                .filter(action -> !action.tool().isEmpty())
                .toList();

        assertThat(tools).hasSize(2).allSatisfy(action -> {
            assertThat(action.kind()).isIn(ActionKind.FILE_EDIT, ActionKind.COMMAND);
            assertThat(action.text()).contains("calculator.py");
        });
        assertThat(tools).extracting(AgentAction::outcome).containsExactly(Outcome.UNKNOWN, Outcome.SUCCEEDED);
        assertThat(tools)
                .extracting(AgentAction::number)
                .containsOnly(tools.getFirst().number());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void actionsAreNumberedWithoutGapsAndAnOutcomeIsNeverTakenBack(Adapter adapter) throws IOException {
        for (Path file : adapter.recordings().outputs()) {
            List<AgentAction> actions = actions(adapter, file);
            List<Integer> numbers =
                    actions.stream().map(AgentAction::number).distinct().toList();

            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            assertThat(actions.stream().filter(action -> action.outcome() == Outcome.UNKNOWN))
                    .hasSameSizeAs(numbers);
        }
    }

    private List<AgentAction> actions(Adapter adapter, Path file) throws IOException {
        RecordedListener listener = new RecordedListener();
        AgentOutput output = adapter.outputs().apply(run, listener);
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(output::line);
        return listener.actions;
    }
}
