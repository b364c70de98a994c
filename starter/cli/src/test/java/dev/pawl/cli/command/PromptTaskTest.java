package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.TaskSpec;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Machine;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that are a prompt only: files without front matter, and texts. */
class PromptTaskTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;
    private Machine machine;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.fresh().build());
        machine = new Machine(directory)
                .with("PAWL_ADDRESS", "127.0.0.1:" + gateway.port())
                .with("CODEX_API_KEY", "k")
                .has("codex");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private TaskSpec submitted() {
        return gateway.submitted.getLast().getTask();
    }

    @Test
    void aFileWithoutFrontMatterIsThePromptOfATaskOnItsRepository() throws Exception {
        machine.file(
                "tasks/fix.md",
                "<!-- for Monday -->\n\n## Fix the rounding\n\nPrices are off by one.\n\n---\nThanks.\n");
        assertThat(machine.pawl("submit", "tasks/fix.md").exitCode()).isZero();
        assertThat(submitted().getTitle()).isEqualTo("Fix the rounding");
        assertThat(submitted().getPrompt()).endsWith("Prices are off by one.\n\n---\nThanks.");
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
        assertThat(submitted().getAgent().getName()).isEqualTo("codex");
        assertThat(submitted().getChecksCount()).as("the checks are detected").isZero();
        assertThat(machine.pawl("validate", "tasks/fix.md").out()).contains("valid, Fix the rounding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fix the flaky test in foo", "fix the docs in README.md", "Fix it.\nIt is red.", "two words"})
    void severalWordsThatNameNoFileAreThePrompt(String text) throws Exception {
        machine.file("README.md", "Hello.\n");
        assertThat(machine.pawl("submit", text).exitCode()).isZero();
        assertThat(submitted().getPrompt()).isEqualTo(text);
        assertThat(submitted().getTitle()).isEqualTo(text.lines().findFirst().orElseThrow());
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
    }

    @Test
    void aTextIsForTheRepositoryAroundTheCurrentDirectory() throws Exception {
        machine.file("src/deep/a.txt", "");
        Path deep = machine.repository.resolve("src/deep");
        assertThat(Invocation.of(machine.environment(), deep, "submit", "fix it")
                        .exitCode())
                .isZero();
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
    }

    @Test
    void aTextThatLooksLikeFrontMatterIsStillThePrompt() {
        assertThat(machine.pawl("submit", "--", "---\nagent: gemini\n---\nDo it.")
                        .exitCode())
                .isZero();
        assertThat(submitted().getAgent().getName()).isEqualTo("codex");
    }

    @Test
    void aFileWithSpacesInItsNameIsAFile() throws Exception {
        machine.file("fix it.md", "Do it.\n");
        assertThat(machine.pawl("submit", "fix it.md").exitCode()).isZero();
        assertThat(submitted().getPrompt()).isEqualTo("Do it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tasks/fxi.md    | no such file: tasks/fxi.md; did you mean 'fix.md'?
            nowhere.md      | no such file: nowhere.md
            refactor        | a task in words has several
            tasks/fix mi.md | no such file: tasks/fix mi.md
            my  notes.md    | no such file: my  notes.md; did you mean 'my notes.md'?
            tasks           | tasks is a directory
            ''              | the prompt is empty
            '  '            | the prompt is empty
            """)
    void whatIsNeitherAFileNorATextIsRefusedWithTheNearestFile(String argument, String expected) throws Exception {
        machine.file("tasks/fix.md", "Do it.\n").file("my notes.md", "Do it.\n");
        Invocation run = machine.pawl("submit", argument);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(expected);
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void outsideOfARepositoryATextIsRefusedAndAPromptFileIsForTheCurrentOne() throws Exception {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("fix.md"), "Do it.\n");
        Invocation text = Invocation.of(machine.environment(), outside, "submit", "fix it");
        assertThat(text.exitCode()).isEqualTo(2);
        assertThat(text.err()).contains("is in no git repository").contains("git init");
        assertThat(Invocation.of(machine.environment(), outside, "submit", "fix.md")
                        .err())
                .contains("missing front matter");
        assertThat(machine.pawl("submit", "../outside/fix.md").exitCode()).isZero();
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
    }

    @Test
    void aFileOutsideWithKeysTakesNothingFromTheCurrentRepository() throws Exception {
        machine.file(".pawl/defaults.yaml", "labels: [shop]\n");
        Files.writeString(directory.resolve("fix.md"), "---\nagent: codex\n---\nDo it.\n");
        assertThat(machine.pawl("submit", "../fix.md").exitCode()).isZero();
        assertThat(submitted().getLabelsCount()).isZero();
        assertThat(submitted().getWorkspace().hasSource()).isFalse();
    }

    @Test
    void aFileThatIsNoTextForPeopleIsNoPrompt() throws Exception {
        machine.file("package.json", "{}\n");
        assertThat(machine.pawl("submit", "package.json").err()).contains("missing front matter");
    }

    @Test
    void withoutAnAgentTheMessageSaysWhatToDo() throws Exception {
        machine.with("CODEX_API_KEY", "");
        assertThat(machine.pawl("submit", "fix it").err())
                .contains("agent is missing")
                .contains("codex is installed but not signed in; run: codex login");
        machine.has("claude").with("ANTHROPIC_API_KEY", "k").with("CODEX_API_KEY", "k");
        Invocation several = machine.pawl("submit", "fix it");
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("usable here: claude-code, codex; name one with --agent");
        assertThat(machine.pawl("submit", "fix it", "--agent", "codex").exitCode())
                .isZero();
        Machine empty = new Machine(directory.resolve("empty")).with("PAWL_ADDRESS", "127.0.0.1:" + gateway.port());
        assertThat(empty.pawl("submit", "fix it").err())
                .contains("no agent is installed here")
                .contains("npm install -g @anthropic-ai/claude-code");
    }

    @Test
    void theAgentOfTheDefaultsOutranksTheOneThatIsSignedIn() throws Exception {
        machine.file(".pawl/defaults.yaml", "agent: gemini\n").has("gemini");
        assertThat(machine.pawl("submit", "fix it").exitCode()).isZero();
        assertThat(submitted().getAgent().getName()).isEqualTo("gemini");
    }
}
