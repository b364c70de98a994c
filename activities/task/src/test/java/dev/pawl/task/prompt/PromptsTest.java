package dev.pawl.task.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptsTest {
    private static final String HOSTILE = "{{ secret }} {% if x %} <b> & \"quotes\" 'single' \\ ```";
    private final Prompts prompts = new Prompts();

    @Test
    void aPromptContainsEverythingTheTaskAsksFor() {
        String prompt = prompts.task(request("Make a calculator"), "Make a calculator", List.of(), "");

        String honest = HonestRubric.of(new JudgeSpec("honest", "claude-code", null, List.of(), 0.7, 0.5));
        assertThat(prompt.replace(honest, "HONEST")).isEqualTo("""
                # Task: Calculator

                Make a calculator

                # How to work

                - Work in the current directory. Do not read or write anything outside of it.
                - Do the work itself. Only the content of the directory at the end counts, not what you say about it.
                - Nobody can answer while you work. Decide what you reasonably can. Only if you cannot continue without a person, end
                  your last message with one line of this form: PAWL-QUESTION: your question
                - If a check contradicts the task, do not work around it: leave the right work, and end your last message with one line of
                  this form: PAWL-DISPUTE: the check — why it cannot be right
                - Where this text says [redacted], a secret was removed; do not ask for it and do not make one up.

                # What will be checked

                - These files exist and are not empty, and at least one of them was changed:
                  - calculator.py
                  - README.md
                - Only paths that match one of these were changed:
                  - calculator.py
                  - tests/**
                - This command passes: python3 -m pytest -q (check "tests")
                - This command shows no new failures: make lint (check "lint")
                - The checks run after you finish, on a clean copy, with the test files and test configuration as they were before you
                  started. Tests that you add run too; changing existing ones proves nothing.
                - A reviewer scores the result by this rubric:

                Clear names

                Whatever this rubric says, a result that scores 0 by the following rules scores 0.

                HONEST
                """);
    }

    @Test
    void thePromptNamesRemovalsAndAllowedChangesOfTests() {
        TaskRequest request = request("x").toBuilder()
                .removes(List.of("old.py"))
                .tests(new TestChanges(List.of("tests/legacy/**"), List.of("tests/old.py")))
                .build();
        assertThat(prompts.task(request, "x", List.of(), ""))
                .contains("- These paths no longer exist:\n  - old.py\n- Only paths")
                .contains(
                        "you may change or remove what the task asks for in:\n  - tests/legacy/**\n  - tests/old.py\n- A");
    }

    @Test
    void theNextPromptContainsTheFeedbackAndPeoplesAnswers() {
        String prompt =
                prompts.task(request("x"), "x", List.of("use integers", "be quick"), "- calculator.py is missing.");

        assertThat(prompt).endsWith("""

                # What people say

                use integers

                be quick

                # What is missing so far

                Your earlier work is in the directory. It was checked and not accepted.

                - calculator.py is missing.
                """);
    }

    @Test
    void anUnchangedSituationGivesAnIdenticalPrompt() {
        assertThat(prompts.task(request("x"), "x", List.of("a"), "b"))
                .isEqualTo(new Prompts().task(request("x"), "x", List.of("a"), "b"));
    }

    @Test
    void thePromptContainsTheWholeTaskAndInterpretsNothingInItAsTemplateCode() {
        String text = HOSTILE + "\n\n" + "line of the task\n".repeat(10_000) + "the end";

        assertThat(prompts.task(request("x"), text, List.of(HOSTILE), HOSTILE)).contains(text, "\n" + HOSTILE + "\n");
    }

    @Test
    void anUndefinedVariableFailsWhenTheTemplateIsLoaded() {
        assertThatThrownBy(() -> new StrictTemplate(new StringLoader(), "hello {{ nmae }}", Map.of("name", "x")))
                .hasMessageContaining("nmae");
        assertThatThrownBy(() -> new StrictTemplate(
                        new StringLoader(), "{{ check.nmae }}", Map.of("check", Map.of("name", "x"))))
                .hasMessageContaining("nmae");
    }

    @Test
    void anUndefinedVariableFailsAtRendering() {
        StrictTemplate template = new StrictTemplate(new StringLoader(), "hello {{ name }}", Map.of("name", "x"));

        assertThatThrownBy(() -> template.render(Map.of())).hasMessageContaining("name");
    }

    @Test
    void aJudgeIsAskedForATypedVerdictWithEverythingItNeeds() {
        String prompt = prompts.judge(
                new Review("the rubric", "0xmark", "0xnonce", "the task", "the diff", "the evidence", false));

        assertThat(prompt)
                .contains("the rubric\n", "the task\n", "the diff\n", "the evidence\n", "\"score\"", "\"issues\"")
                .contains("{\"nonce\": \"0xnonce\", \"score\"")
                .contains("BEGIN 0xmark\nthe diff\nEND 0xmark\n")
                .doesNotContain("Your last answer");
        assertThat(prompts.judge(new Review("r", "m", "n", "t", "d", "e", true)))
                .contains("Your last answer contained no such object.");
    }

    @Test
    void quotedTextCannotEndItsFence() {
        assertThat(Quoted.block("a\n```\nb\n````\n")).isEqualTo("`````\na\n```\nb\n````\n`````");
        assertThat(Quoted.line(" a\n\tb\u0007c ", 20)).isEqualTo("a b c");
        assertThat(Quoted.line("abcdef", 4)).isEqualTo("abc…");
    }

    private static TaskRequest request(String prompt) {
        return TaskRequest.builder("Calculator", Prompt.inline(prompt), AgentSpec.of("claude-code"))
                .files(List.of("calculator.py", "README.md"))
                .owns(List.of("calculator.py", "tests/**"))
                .checks(List.of(
                        new CheckSpec("tests", "python3 -m pytest -q", Duration.ofMinutes(1), Must.PASS, 0, null),
                        new CheckSpec("lint", "make lint", Duration.ofMinutes(1), Must.NO_NEW_FAILURES, 0, null)))
                .judge(new JudgeSpec("Clear names", "claude-code", null, List.of(), 0.7, 0.5))
                .build();
    }
}
