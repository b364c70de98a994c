package dev.pawl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.Pawl;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.planfile.PlanKeys;
import dev.pawl.cli.taskfile.Keys;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path DOCS = ROOT.resolve("docs");

    @TempDir
    Path directory;

    /** To regenerate it: mvn -pl starter/cli -am test -Dtest=DocumentationTest -Dpawl.docs=write */
    @Test
    void theReferenceOfTheCommandLineMatchesTheCommands() throws Exception {
        Context context = new Context(
                Map.of(),
                directory,
                Invocation.terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false));
        String reference =
                CliReference.of(Pawl.commandLine(context), ROOT.resolve("starter/cli/src/test/resources/docs"));
        if ("write".equals(System.getProperty("pawl.docs"))) {
            Files.writeString(DOCS.resolve("cli.md"), reference);
        }
        assertThat(DOCS.resolve("cli.md"))
                .as("docs/cli.md is stale; write it anew as this test's comment says")
                .hasContent(reference);
    }

    @Test
    void everyKeyOfATaskFileIsDocumentedAndNoOther() throws Exception {
        String text = Files.readString(DOCS.resolve("task-file.md"));
        List<String> documented = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        List<String> keys = Stream.of(Keys.TASK, Keys.SETUP, Keys.CHECK, Keys.TESTS, Keys.JUDGE, Keys.LIMITS, Keys.WAIT)
                .flatMap(List::stream)
                .filter(key -> !key.equals("limits"))
                .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(text).contains("### limits");
    }

    @Test
    void everyWordAKeyTakesIsDocumented() throws Exception {
        String text = Files.readString(DOCS.resolve("task-file.md"));
        Stream.of(
                        Keys.AGENTS,
                        Keys.MODES,
                        Keys.VERIFY,
                        Keys.DELIVER,
                        Keys.MUST,
                        Keys.MOMENTS,
                        Keys.CONDITIONS,
                        Keys.WAIT_ENDS,
                        Keys.PROVIDERS)
                .flatMap(List::stream)
                .forEach(word -> assertThat(text).contains("`" + word + "`"));
    }

    @Test
    void theExampleOfTheTaskFilePageIsValid() throws Exception {
        String text = Files.readString(DOCS.resolve("task-file.md"));
        String example = text.substring(text.indexOf("```markdown\n") + "```markdown\n".length());
        Files.writeString(directory.resolve("task.md"), example.substring(0, example.indexOf("\n```\n")));
        assertThat(Invocation.of(Map.of(), directory, "validate", "task.md").exitCode())
                .isZero();
    }

    static Stream<String> examples() {
        return Stream.of(
                "calculator/task.md",
                "calculator/claude-code.md",
                "calculator/codex.md",
                "calculator/gemini.md",
                "calculator/opencode.md",
                "calculator/qwen.md",
                "calculator/copilot.md",
                "calculator/judged.md",
                "csv-average/task.md",
                "five-iterations/task.md",
                "vague/task.md",
                "failing-tests/task.md");
    }

    @Test
    void everyKeyOfAPlanFileIsDocumented() throws Exception {
        String text = Files.readString(DOCS.resolve("plans.md"));
        Stream.of(PlanKeys.PLAN, PlanKeys.LIMITS, PlanKeys.PACKAGE, PlanKeys.ON_FAILURE)
                .flatMap(List::stream)
                .forEach(key -> assertThat(text).contains("`" + key + "`"));
    }

    @Test
    void theExampleOfThePlanPageIsValid() throws Exception {
        String text = Files.readString(DOCS.resolve("plans.md"));
        String example = text.substring(text.indexOf("```yaml\n") + "```yaml\n".length());
        Files.writeString(directory.resolve("plan.yaml"), example.substring(0, example.indexOf("\n```\n")));
        Files.createDirectories(directory.resolve("relay"));
        Files.writeString(directory.resolve("relay/event.py"), "");
        Files.writeString(directory.resolve("relay/cli.py"), "");
        Invocation validate = Invocation.of(Map.of(), directory, "plan", "validate", "plan.yaml");
        assertThat(validate.exitCode()).as(validate.out()).isZero();
    }

    @Test
    void theExamplePlanIsValid() throws Exception {
        copy(ROOT.resolve("examples"), directory);
        Invocation validate = Invocation.of(Map.of(), directory, "plan", "validate", "seven-packages/plan.yaml");
        assertThat(validate.exitCode()).as(validate.out()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(String example) throws Exception {
        copy(ROOT.resolve("examples"), directory);
        Files.createDirectories(directory.resolve("failing-tests/repository"));
        Invocation validate = Invocation.of(Map.of(), directory, "validate", example);
        assertThat(validate.exitCode()).as(validate.out()).isZero();
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
