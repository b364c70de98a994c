package dev.pawl.agent.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.contract.Recordings.Recording;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.host.output.LineSplitter;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessResult.End;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording, cut at every line and at many bytes: always a typed result, and finished only at the very end. */
class TranscriptMutationTest {
    private static final long SEED = 20261121;
    private static final int CUTS = 200;

    private AgentRun run;

    @BeforeEach
    void aRun(@TempDir Path directory) throws IOException {
        run = new AgentRuns(directory).program("some-agent", null, null, null, Duration.ofSeconds(60));
    }

    static Stream<Named<Adapter>> adapters() {
        return AgentContractTest.adapters();
    }

    static Stream<Named<Adapter>> thoseThatSayWhenTheyFinished() {
        return adapters().filter(adapter -> adapter.getPayload().recordings().none(ContractCase.CUT_MID_LINE) == null);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aTranscriptCutAnywhereHasATypedResult(Adapter adapter) throws IOException {
        for (Path file : adapter.recordings().outputs()) {
            byte[] whole = Files.readAllBytes(file);
            for (int cut : cuts(whole).toArray()) {
                for (End end : End.values()) {
                    AgentVerdict verdict = verdict(adapter, whole, cut, end);
                    assertThat(verdict.ending()).as("%s cut at %d", file, cut).isNotNull();
                    assertThat(verdict.reason()).isNotBlank().hasLineCount(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("thoseThatSayWhenTheyFinished")
    void beforeItsLastEventNothingIsFinishedEvenWithExitCode0(Adapter adapter) throws IOException {
        Recording success = adapter.recordings().recording(ContractCase.SUCCESS);
        byte[] whole = success.stdout().getBytes(ISO_8859_1);
        int lastEvent = lastLine(whole);
        for (int cut : cuts(whole).filter(cut -> cut <= lastEvent).toArray()) {
            assertThat(verdict(adapter, whole, cut, End.EXITED).ending())
                    .as("cut at %d of %d", cut, whole.length)
                    .isNotEqualTo(Ending.FINISHED);
        }
        assertThat(verdict(adapter, whole, whole.length, End.EXITED).ending()).isEqualTo(Ending.FINISHED);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void bytesThatWereChangedAreSurvived(Adapter adapter) throws IOException {
        Random random = new Random(SEED);
        for (Path file : adapter.recordings().outputs()) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < CUTS && whole.length > 0; i++) {
                byte[] changed = whole.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                assertThat(verdict(adapter, changed, changed.length, End.EXITED).ending())
                        .isNotNull();
            }
        }
    }

    /** At every line, and at random bytes. */
    private static IntStream cuts(byte[] whole) {
        IntStream lines = IntStream.range(0, whole.length).filter(i -> whole[i] == '\n');
        return IntStream.concat(lines, new Random(SEED).ints(CUTS, 0, whole.length + 1));
    }

    private static int lastLine(byte[] whole) {
        int start = whole.length - 1;
        while (start > 0 && whole[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private AgentVerdict verdict(Adapter adapter, byte[] bytes, int length, End end) throws IOException {
        AgentOutput output = adapter.outputs().apply(run, AgentListener.NONE);
        LineSplitter lines = new LineSplitter(1 << 20, output::line);
        lines.write(bytes, length);
        lines.finish();
        output.usage();
        output.finalText();
        output.toolCalls();
        ProcessResult process = new ProcessResult(end, end == End.EXITED ? 0 : null, Duration.ZERO);
        return output.verdict(new RunEnd(run, process, ""));
    }
}
