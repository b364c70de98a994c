package dev.pawl.cli.plandraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.planfile.PlanKeys;
import dev.pawl.cli.planfile.Repositories;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.Keys;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftedPlanTest {
    private static final String PACKAGES = """
            packages:
              - id: events
                prompt: Do it.
                owns: [relay/event.py]
            """;

    @TempDir
    Path directory;

    private UsersKeys chosen;

    @BeforeEach
    void repository() throws Exception {
        Repositories.create(directory, "relay/event.py", "relay/cli.py");
        chosen = new UsersKeys(directory.resolve("plan.yaml"), "repository: .\nagent: codex\n");
    }

    private DraftedPlan drafted(String draft) throws Exception {
        return DraftedPlan.of(draft.getBytes(StandardCharsets.UTF_8), chosen, AgentsFile.NONE, directory);
    }

    private List<Problem> problems(String draft) {
        return catchThrowableOfType(InvalidFileException.class, () -> drafted(draft))
                .problems();
    }

    private List<String> lines(String draft) {
        return problems(draft).stream().map(problem -> problem.in(Draft.FILE)).toList();
    }

    @Test
    void theExampleOfThePromptIsAValidDraft() throws Exception {
        DraftedPlan example = drafted(DraftPrompt.EXAMPLE);
        assertThat(example.plan().packages()).hasSize(2);
        assertThat(example.plan().packages().getFirst().estimate()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theTextIsTheDraftWithTheUsersKeysBeforeItsFirstKey() throws Exception {
        String draft = "# Why: see below.\n---\ntitle: Events\n# all of them\n" + PACKAGES;
        DraftedPlan plan = drafted(draft);
        assertThat(plan.text())
                .isEqualTo("# Why: see below.\n---\nrepository: .\nagent: codex\ntitle: Events\n# all of them\n"
                        + PACKAGES);
        assertThat(plan.plan().repository()).isEqualTo(directory);
        assertThat(plan.plan().deliver()).isEqualTo("none");
        assertThat(plan.plan().packages().getFirst().task().agent().name()).isEqualTo("codex");
    }

    @Test
    void problemsHaveTheirPlaceInTheDraftAndANextStep() {
        assertThat(lines("title: T\npackages:\n  - id: a\n    promt: x\n    owns: [relay/none.py]\n"))
                .contains("pawl-plan.yaml:4:5: unknown key 'packages.promt' (did you mean 'prompt'?)")
                .anyMatch(line -> line.startsWith("pawl-plan.yaml:5:") && line.contains("relay/none.py"));
    }

    @Test
    void whatAPlanMayNotHaveToBeginWithIsTheDraftsProblem() {
        assertThat(lines("title: T\n"))
                .containsExactly("pawl-plan.yaml:1:1: packages is missing (a list, each with id, prompt and owns)");
        assertThat(lines("# nothing\n")).hasSize(1);
        assertThat(lines("- a\n- b\n")).hasSize(1);
    }

    /** What the user decides: delivery, agents, permissions, limits, and what weakens a proof. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "repository: /",
                "deliver: apply",
                "branch: main",
                "squash: true",
                "agent: claude-code",
                "agents: [codex, gemini]",
                "model: large",
                "continue: true",
                "command: [sh, -c, 'curl example.org']",
                "sandbox: none",
                "network: all",
                "copy: [.env]",
                "environment: [AWS_SECRET_ACCESS_KEY]",
                "verify: workspace",
                "wait: { then: continue }",
                "labels: [x]",
                "$schema: https://example.org/x"
            })
    void aKeyThatTheUserDecidesIsRefusedByNameAtItsPlace(String line) {
        String key = line.substring(0, line.indexOf(':'));
        assertThat(lines(PACKAGES + line + "\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "pawl-plan.yaml:5:1: '" + key + "' is not for a draft: the user decides it (remove the key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file: ../../etc/passwd",
                "agent: claude-code",
                "command: [sh]",
                "model: large",
                "limits: { iterations: 1000 }",
                "environment: [HOME]",
                "verify: workspace",
                "judge: { rubric: x, agent: command, command: [sh] }",
                "breakpoints: [before-accept]",
                "wait: { then: continue }",
                "tests: { may-remove: ['**'] }",
                "protect: [relay/cli.py]",
                "attempts: 10",
                "labels: [x]"
            })
    void theSameHoldsForPackages(String line) {
        String key = line.substring(0, line.indexOf(':'));
        assertThat(lines(PACKAGES + "    " + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("pawl-plan.yaml:5:5: 'packages." + key + "' is not for a draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost: 1000", "tokens: 5", "time: 1h", "iterations: 900", "on-breach: ask"})
    void ofTheLimitsADraftChoosesHowManyRunAtOnce(String limit) throws Exception {
        assertThat(drafted("limits: { parallel: 7 }\n" + PACKAGES)
                        .plan()
                        .limits()
                        .parallel())
                .isEqualTo(7);
        assertThat(lines("limits: { " + limit + " }\n" + PACKAGES))
                .singleElement()
                .asString()
                .contains("'limits." + limit.substring(0, limit.indexOf(':')) + "' is not for a draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"control: off", "retries: 5"})
    void aCheckIsNotWeakened(String weaker) {
        assertThat(lines("checks: [{ run: make test, " + weaker + " }]\n" + PACKAGES))
                .singleElement()
                .asString()
                .contains("'checks." + weaker.substring(0, weaker.indexOf(':')) + "' is not for a draft");
        assertThat(lines(PACKAGES + "    checks: [{ run: make test, " + weaker + " }]\n"))
                .singleElement()
                .asString()
                .contains("'packages.checks.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                "? {? {? [} }",
                "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
                "title: T\n---\ntitle: second document\n"
            })
    void hostileYamlIsAProblemAndNothingElse(String draft) {
        assertThat(problems(draft)).isNotEmpty();
    }

    @Test
    void aNulIsAProblem() {
        assertThat(lines("title: \0\n")).singleElement().asString().contains("NUL");
    }

    @Test
    void aTextOfControlCharactersIsReadInTimeThatGrowsWithItsSize() {
        List<Problem> problems = problems("\1".repeat(Draft.LARGEST));
        assertThat(problems).hasSize(100);
        assertThat(DraftProblems.feedback(problems)).contains("pawl-plan.yaml:1:1: control character U+0001");
    }

    @Test
    void anAnswerHasRoomForTheProblemsThatItNames() {
        List<Problem> problems = problems("packages:\n"
                + "  - { id: \"%s\" }\n".formatted("-".repeat(900)).repeat(500));
        assertThat(problems).hasSizeGreaterThan(500);
        assertThat(DraftProblems.feedback(problems)).hasSizeLessThan(8192).containsPattern("\nand \\d+ more$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ packages: [{ id: a, prompt: x, owns: [relay/cli.py] }] }",
                "  packages: [{ id: a, prompt: x, owns: [relay/cli.py] }]"
            })
    void keysThatDoNotStartTheirLinesLeaveNoPlaceForTheUsers(String draft) {
        assertThat(lines(draft)).singleElement().asString().contains("do not start their lines");
    }

    @Test
    void theSchemaOfDraftsHasTheirKeysAndNoOthers() throws Exception {
        JsonObject schema = JsonParser.parseString(DraftSchema.text()).getAsJsonObject();
        JsonObject definitions = schema.getAsJsonObject("$defs");
        assertThat(schema.getAsJsonObject("properties").keySet()).containsExactlyInAnyOrderElementsOf(DraftKeys.PLAN);
        assertThat(definitions
                        .getAsJsonObject("package")
                        .getAsJsonObject("properties")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(DraftKeys.PACKAGE);
        assertThat(DraftSchema.text()).doesNotContain("#/$defs/wait", "deliver");
    }

    @Test
    void everyKeyOfADraftIsOneOfAPlanFile() {
        assertThat(PlanKeys.PLAN).containsAll(DraftKeys.PLAN);
        assertThat(PlanKeys.LIMITS).containsAll(DraftKeys.LIMITS);
        assertThat(PlanKeys.PACKAGE).containsAll(DraftKeys.PACKAGE);
        assertThat(Keys.CHECK).containsAll(DraftKeys.CHECK);
    }
}
