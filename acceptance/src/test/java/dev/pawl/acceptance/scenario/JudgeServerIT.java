package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.JudgeProvider;
import dev.pawl.api.v1.JudgeSpec;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.task.judge.server.ScriptedServer;
import dev.pawl.task.judge.server.WireShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole tasks with a model server as judge: the servers are on loopback and answer as the test defines. */
class JudgeServerIT {
    private static final String KEY = "sk-judge-canary-0123456789";
    private static final String PRICES = """
            [[provider]]
            name = "Test"
            as_of = "2026-01-01"
            source = "made up"

            [[provider.model]]
            names = ["m-1"]
            input = 1
            output = 10
            cache_read = 0.1
            cache_write = 2
            """;

    private final ScriptedServer honest = new ScriptedServer(WireShape.OPENAI);
    private final ScriptedServer generous = new ScriptedServer(WireShape.OLLAMA);

    @SuppressWarnings("NullAway.Init")
    private LocalStack stack;

    @SuppressWarnings("NullAway.Init")
    private Tasks tasks;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Path prices = Files.writeString(directory.resolve("prices.toml"), PRICES);
        stack = LocalStack.started(Map.of(
                "PAWL_PRICES_FILE", prices.toString(),
                "PAWL_JUDGE_OPENAI_URL", honest.address(KEY).url().toString(),
                "PAWL_JUDGE_OPENAI_KEY", KEY,
                "PAWL_JUDGE_OLLAMA_URL", generous.address(KEY).url().toString()));
        tasks = new Tasks(stack);
    }

    @AfterEach
    void stop() {
        stack.close();
        honest.close();
        generous.close();
    }

    @Test
    void aServersScoreSendsAGreenResultBackAndNeverRaisesARedOne() {
        aLowScoreIsAnotherIterationWithWhatTheServerMissed();
        aRedCheckIsNotAskedAbout();
    }

    private void aLowScoreIsAnotherIterationWithWhatTheServerMissed() {
        honest.says("{\"score\": 0.4, \"issues\": [\"divide has no example\"], \"question\": null}")
                .says("{\"score\": 0.9, \"issues\": [], \"question\": null}");

        Task task = tasks.run(Tasks.calculator("examples").setJudge(judgedBy(JudgeProvider.JUDGE_PROVIDER_OPENAI)));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList())
                .extracting(iteration -> iteration.getDecision().getType())
                .containsExactly(DecisionType.DECISION_TYPE_RETRY, DecisionType.DECISION_TYPE_ACCEPT);
        assertThat(task.getIterationsList()).extracting(Iteration::getScore).containsExactly(0.4, 0.9);
        assertThat(tasks.content(task.getIterations(1).getPromptRef())).contains("divide has no example");
        assertThat(tasks.diff(task.getId())).contains("+# Such as: divide(10, 2) == 5");
        assertThat(honest.asked)
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.headers().getFirst(WireShape.OPENAI.keyHeader()))
                        .isEqualTo("Bearer " + KEY));
        assertThat(task.toString()).doesNotContain(KEY);
        isInTheTotals(task.getTotals());
    }

    /** Each answer has 100 tokens in, 10 more from a cache, and 7 out; the model has a price. */
    private static void isInTheTotals(Totals totals) {
        assertThat(totals.getJudgeCalls()).isEqualTo(2);
        assertThat(totals.getUnpricedJudgeCalls()).isZero();
        assertThat(totals.getJudgeUsage().getInputTokens()).isEqualTo(200);
        assertThat(totals.getJudgeUsage().getCacheReadTokens()).isEqualTo(20);
        assertThat(totals.getJudgeUsage().getOutputTokens()).isEqualTo(14);
        assertThat(totals.getJudgeUsage().getCostUsd()).startsWith("0.000342");
        assertThat(totals.getJudgeUsage().getEstimatedUsd()).startsWith("0.000342");
        assertThat(totals.getUsage().getCostUsd())
                .as("as the agent alone reported it")
                .startsWith("0.02");
    }

    private void aRedCheckIsNotAskedAbout() {
        generous.says("{\"score\": 1.0, \"issues\": [], \"question\": null}");

        Task task = tasks.run(Tasks.calculator("empty_fields")
                .setLimits(Limits.newBuilder().setIterations(1))
                .setInteractive(false)
                .setJudge(judgedBy(JudgeProvider.JUDGE_PROVIDER_OLLAMA)));

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_REJECTED);
        assertThat(task.getTotals().getJudgeCalls()).isZero();
        assertThat(generous.asked).isEmpty();
    }

    private static JudgeSpec judgedBy(JudgeProvider provider) {
        return JudgeSpec.newBuilder()
                .setRubric("Each function has an example of its use")
                .setProvider(provider)
                .setModel("m-1")
                .build();
    }
}
