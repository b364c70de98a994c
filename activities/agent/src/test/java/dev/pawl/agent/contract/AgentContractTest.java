package dev.pawl.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pawl.agent.AgentResult;
import dev.pawl.agent.ToolCall;
import dev.pawl.agent.catalog.AgentCatalog;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each adapter, in each case, as a process that replays output of the real program. */
class AgentContractTest {
    static Stream<Named<Adapter>> adapters() {
        return Adapter.all().stream().map(adapter -> Named.of(adapter.name(), adapter));
    }

    static Stream<Named<AgentProgram>> programs() {
        return AgentCatalog.programs().stream()
                .map(program -> Named.of(program.facts().name(), program));
    }

    static Stream<Arguments> cases() {
        return adapters()
                .flatMap(adapter -> Arrays.stream(ContractCase.values())
                        .filter(wanted -> adapter.getPayload().recordings().none(wanted) == null)
                        .map(wanted -> arguments(adapter, wanted)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseHasItsEndingWhateverTheExitCode(Adapter adapter, ContractCase wanted) {
        AgentResult result = new ContractRun(adapter, wanted).seen();

        assertThat(result.ending()).as(result.reason()).isEqualTo(wanted.expected);
        assertThat(result.retryable()).as(result.reason()).isEqualTo(wanted.retryable());
        assertThat(result.reason()).isNotBlank().hasLineCount(1);
        assertThat(result.transcript()).exists();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aSuccessHasAllThatTheAgentReportedAndNoOtherCost(Adapter adapter) throws Exception {
        AgentResult result = new ContractRun(adapter, ContractCase.SUCCESS).seen();

        assertThat(result.finalText()).isEqualTo("DONE: calculator.py created.");
        assertThat(result.agentSessionId()).isNotBlank();
        assertThat(result.exitCode()).isZero();
        assertThat(result.toolCalls()).singleElement().satisfies(call -> {
            assertThat(call.tool()).isNotBlank();
            assertThat(call.what()).contains("calculator.py");
            assertThat(call.outcome()).isEqualTo(ToolCall.Outcome.SUCCEEDED);
        });
        assertThat(UsageText.of(result.usage()))
                .isEqualTo(adapter.recordings().cases().get("success-usage"));
        assertThat(Files.readString(result.transcript())).contains("DONE");
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aRefusalIsInTheToolCalls(Adapter adapter) {
        if (adapter.recordings().none(ContractCase.REFUSED_TOOL) == null) {
            assertThat(new ContractRun(adapter, ContractCase.REFUSED_TOOL)
                            .seen()
                            .toolCalls())
                    .extracting(ToolCall::outcome)
                    .contains(ToolCall.Outcome.DENIED);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aMissingProgramIsReportedWithTheCommandThatInstallsIt(AgentProgram program) {
        assertThat(new ContractRun(Adapter.of(program), ContractCase.NOT_INSTALLED)
                        .seen()
                        .reason())
                .contains(program.facts().install())
                .contains(program.facts().version());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theProbeReadsTheVersionOutOfASentence(AgentProgram program) throws IOException {
        assertThat(new ContractRun(Adapter.of(program), ContractCase.SUCCESS)
                        .probed()
                        .version())
                .isEqualTo(program.facts().version());
    }

    @Test
    void theTestCanFail() {
        Recordings empty = new Recordings("nobody", Recordings.of("codex").folder(), Map.of());
        AgentResult failed = new ContractRun(Adapter.all().getLast(), ContractCase.HTTP_500).seen();

        assertThatThrownBy(() -> empty.recording(ContractCase.SUCCESS)).hasMessageContaining("says nothing of success");
        assertThat(failed.ending()).isNotEqualTo(Ending.FINISHED);
    }
}
