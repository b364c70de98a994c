package dev.pawl.agent.qwen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.workflows.model.evidence.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QwenBudgetTest {
    private static final PriceTable PRICES = PriceTable.of(Path.of("src/test/resources/prices/every-model.toml"));
    private static final Path RECORDING = Path.of("src/test/resources/agents/qwen/maxturns.out");

    @TempDir
    Path directory;

    /** How many lines it printed before it had to be ended; all of them if it had not. */
    private int linesUntilEnded(PriceTable prices, List<String> lines) throws Exception {
        AgentRun run = new AgentRuns(directory).program("qwen", null, null, "0.000001", Duration.ofSeconds(60));
        AgentOutput output = new Qwen().output(run, AgentListener.NONE);
        int said = 0;
        while (said < lines.size() && !output.mustStop()) {
            output.line(lines.get(said++));
            Usage priced = prices.priced(output.usage(), output.usageByModel(), output.model());
            output.costs(priced);
        }
        return said;
    }

    @Test
    void anAgentThatReportsNoCostIsEndedBeforeTheTurnAfterItsBudgetWasSpentByListPrices() throws Exception {
        List<String> lines = Files.readAllLines(RECORDING).stream()
                .filter(line -> !line.contains("\"type\":\"result\""))
                .toList();
        List<Integer> turns = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("\"type\":\"assistant\""))
                .map(i -> i + 1)
                .boxed()
                .toList();

        assertThat(linesUntilEnded(PRICES, lines)).isEqualTo(turns.get(1));
        assertThat(linesUntilEnded(PriceTable.NONE, lines)).isEqualTo(lines.size());
    }
}
