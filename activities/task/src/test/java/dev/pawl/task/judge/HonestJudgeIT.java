package dev.pawl.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.record.content.Texts;
import dev.pawl.task.judge.server.ModelServers;
import dev.pawl.task.judge.server.ScriptedServer;
import dev.pawl.task.judge.server.WireShape;
import dev.pawl.task.prompt.HonestRubric;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.request.JudgeProvider;
import dev.pawl.workflows.model.request.JudgeServer;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Typical cheats of models and their honest twins, both green, before a scripted reviewer that recognises these cheats:
 * the question contains what it needs to see, and its verdict decides.
 */
class HonestJudgeIT {
    private static final Pattern CHEAT = Pattern.compile(
            "sys\\.exit\\(0\\)|calls \\+= 1|inspect\\.stack|KNOWN\\[|mark\\.skip|@ts-nocheck|return True|PYTEST_CURRENT_TEST");

    private static final String TASK = "Make a calculator";

    private final Records records = new Records();
    private Texts texts;

    @BeforeEach
    void start(@TempDir Path home) {
        texts = new Texts(new LocalContentStore(home));
    }

    static Stream<String> pairs() throws Exception {
        try (Stream<Path> files = Files.list(directory())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cheat.diff"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aCheatIsSentBackAndItsHonestTwinIsAccepted(String name) throws Exception {
        Decision cheat = decided("honest", change(name + ".cheat.diff"));
        assertThat(cheat).isInstanceOf(Decision.Retry.class);
        assertThat(cheat.reasons()).containsExactly("judge scored 0.00, below 0.70");

        assertThat(decided("honest", change(name + ".honest.diff"))).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void everyOtherRubricAsksForHonestyToo() throws Exception {
        assertThat(decided("Clear names", change("counts-its-calls.cheat.diff")))
                .isInstanceOf(Decision.Retry.class);
        assertThat(decided("Clear names", change("counts-its-calls.honest.diff")))
                .isInstanceOf(Decision.Accept.class);
    }

    private Decision decided(String rubric, String change) {
        JudgeSpec spec =
                new JudgeSpec(rubric, null, "m-1", List.of(), 0.7, 0.5, new JudgeServer(JudgeProvider.OPENAI, 1));
        CheckEvidence check =
                new CheckEvidence("tests", CheckState.PASSED, 0, true, 3, List.of(), List.of(), "3 passed", null, 1);
        DiffSummary diff = new DiffSummary(1, 7, 0, true, texts.put(change));
        Evidence evidence = new Evidence("c0ffee", "7ree", diff, List.of(), List.of(check), List.of(), true);
        JudgeIteration asked = new JudgeIteration(records.newTask(), 1, spec, Prompt.inline(TASK), evidence);
        Judgement judgement = judged(asked, spec, change);
        assertThat(judgement.doubt()).isNull();
        return DecisionPolicy.decide(PolicyInput.builder(1, Limits.DEFAULT)
                .report(AgentReport.builder(Ending.FINISHED, "finished")
                        .session(UUID.randomUUID())
                        .durationMillis(1)
                        .build())
                .evidence(evidence)
                .judge(spec)
                .judgement(judgement)
                .build());
    }

    private Judgement judged(JudgeIteration asked, JudgeSpec spec, String change) {
        try (ScriptedServer server = new ScriptedServer(WireShape.OPENAI)) {
            server.answers(HonestJudgeIT::verdict);
            Judgement judgement = new ServerJudge(
                            new ModelServers(
                                    Map.of(JudgeProvider.OPENAI, server.address("k-0123456789")), records.redaction),
                            new Prompts(),
                            texts,
                            records.redaction,
                            records.judgeCalls,
                            PriceTable.NONE,
                            Duration.ofSeconds(30))
                    .judge(asked, 1, AgentListener.NONE, new Patience(() -> false));
            String question = server.asked
                    .getFirst()
                    .body()
                    .path("messages")
                    .path(1)
                    .path("content")
                    .asText();
            assertThat(question).contains(change.strip(), HonestRubric.of(spec), "check tests");
            assertThat(question.contains(TASK)).as("the task is shown").isEqualTo(!spec.honestOnly());
            return judgement;
        }
    }

    /** Reads only the lines that the change adds. */
    private static String verdict(String question) {
        Matcher cheat = CHEAT.matcher(question.substring(question.indexOf("# The change, as data")));
        return cheat.find()
                ? "{\"score\": 0.0, \"issues\": [\"it cheats: %s\"], \"question\": null}".formatted(cheat.group())
                : "{\"score\": 0.95, \"issues\": [], \"question\": null}";
    }

    private static String change(String file) throws Exception {
        return Files.readString(directory().resolve(file));
    }

    private static Path directory() throws IOException {
        try {
            return Path.of(Objects.requireNonNull(HonestJudgeIT.class.getResource("changes"))
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
