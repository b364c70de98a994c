package dev.pawl.cli.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileProblemsTest {
    private static final String HEAD = "repository: repo\nagent: codex\n";

    @TempDir
    Path directory;

    @BeforeEach
    void repository() throws Exception {
        Repositories.create(directory.resolve("repo"), "src/a.py", "src/b.py", "README.md");
    }

    private List<Problem> problems(byte[] bytes) throws Exception {
        Path file = directory.resolve("plan.yaml");
        Files.write(file, bytes);
        InvalidFileException invalid = catchThrowableOfType(
                InvalidFileException.class, () -> PlanFileParser.parse(file, AgentsFile.NONE, directory));
        assertThat(invalid).as("is refused").isNotNull();
        return invalid.problems();
    }

    private List<String> problems(String text) throws Exception {
        return problems(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(problem -> problem.in("plan"))
                .toList();
    }

    @Test
    void allProblemsAreReportedAtOnceEachWithItsPlace() throws Exception {
        assertThat(problems("""
                titel: Shop
                repository: repo
                agent: codex
                limits: { paralel: 2 }
                packages:
                  - id: a
                    prompt: Do a.
                    owns: [src/a.py]
                    need: [b]
                  - id: b
                    owns: [src/c.py]
                    needs: [aa]
                """))
                .containsExactly(
                        "plan:1:1: unknown key 'titel' (did you mean 'title'?)",
                        "plan:4:11: unknown key 'limits.paralel' (did you mean 'parallel'?)",
                        "plan:9:5: unknown key 'packages.need' (did you mean 'needs'?)",
                        "plan:10:5: packages.prompt is missing (say what to do, or name a file: file: NAME.md)",
                        "plan:11:12: packages.owns: 'src/c.py' matches no file of the repository (did you mean"
                                + " 'src/a.py'? Declare a new file with 'files')",
                        "plan:12:13: packages.needs: no package 'aa' (did you mean 'a'?)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: a b                            | packages.id: not an id
            id: -a                             | packages.id: not an id
            id: ../a                           | packages.id: not an id
            id: [a]                            | packages.id is a text, not a list
            id: a\\n  owns: [../x]             | packages.owns: '../x' leads out of the workspace
            id: a\\n  may-touch: [/etc]        | packages.may-touch: '/etc' leads out of the workspace
            id: a\\n  priority: 10             | packages.priority is a whole number from 0 to 9
            id: a\\n  attempts: 0              | packages.attempts is a whole number from 1 to 10
            id: a\\n  estimate: 3              | packages.estimate is a duration with its unit, not '3'
            id: a\\n  file: nowhere.md         | packages.file: not together with 'prompt'
            id: a\\n  agent: cdex              | packages.agent: unknown value 'cdex' (did you mean 'codex'?)
            id: a\\n  files: [lib/x.py]\\n  owns: [src/a.py] | packages.files: the package does not own 'lib/x.py'
            id: a\\n  owns: [lib/**]           | packages.owns: 'lib/**' matches no file of the repository
            id: a\\n  checks: [{rn: x}]        | unknown key 'checks.rn' (did you mean 'run'?)
            id: a\\n  needs: [a]               | these packages need each other: a → a
            """)
    void aProblemOfAPackageNamesItsKey(String lines, String expected) throws Exception {
        String packages = "packages:\n- prompt: Do it.\n  " + lines.replace("\\n", "\n") + "\n";
        assertThat(problems(HEAD + packages))
                .anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agent: codex                                  | repository is missing
            repository: nowhere                           | nowhere does not exist
            repository: repo\\npackages: []               | packages: a plan has at least one
            repository: repo\\npackages: [a]              | a package is a group of keys
            repository: repo\\non-failure: halt           | on-failure: unknown value 'halt'
            repository: repo\\nlimits: { parallel: 0 }    | limits.parallel is a whole number from 1 to 1000
            repository: repo\\nbranch: x                  | branch: only deliver: branch creates a branch
            repository: repo\\nsquash: maybe              | squash is true or false
            repository: repo\\nnetwork: none              | network: only a sandbox can restrict the network
            repository: repo\\npackages: [{id: a, prompt: x}] | agent is missing
            - a                                           | the plan is not a list of 'key: value' lines
            a: [                                          | not valid YAML
            """)
    void aProblemOfThePlanNamesItsKey(String lines, String expected) throws Exception {
        assertThat(problems(lines.replace("\\n", "\n") + "\n"))
                .anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @Test
    void packagesThatOverlapAreRefusedWithBothNamesAndAPath() throws Exception {
        assertThat(problems(HEAD + """
                packages:
                  - { id: core, prompt: Do it., owns: [src/**] }
                  - { id: docs, prompt: Do it., owns: [README.md, src/b.py] }
                """))
                .containsExactly(
                        "plan:5:51: packages 'core' and 'docs' both own paths of src/** and src/b.py, such as src/b.py"
                                + " (give the path to one of them, or let one need the other)");
    }

    @Test
    void aCycleIsNamedAsAWhole() throws Exception {
        assertThat(problems(HEAD + """
                packages:
                  - { id: a, prompt: Do it., owns: [src/a.py], needs: [b] }
                  - { id: b, prompt: Do it., owns: [src/b.py], needs: [a] }
                """))
                .containsExactly("plan:4:55: these packages need each other: a → b → a (remove one of the needs)");
    }

    @Test
    void aRepositoryWithoutACommitIsRefused() throws Exception {
        Files.createDirectories(directory.resolve("fresh/.git"));
        assertThat(problems("repository: fresh\nagent: codex\npackages: [{ id: a, prompt: x }]\n"))
                .containsExactly("plan:1:13: repository: %s has no commit (commit what the packages start from)"
                        .formatted(directory.resolve("fresh")));
    }

    @Test
    void anAliasIsRefused() throws Exception {
        assertThat(problems("a: &x [1, 2]\nb: [*x, *x]\n"))
                .containsExactly("plan:2:5: an alias: this file has none (write the value out)");
    }

    @Test
    void deepNestingIsRefusedBeforeItCostsAStack() throws Exception {
        assertThat(problems("a: " + "[".repeat(200_000)))
                .singleElement()
                .asString()
                .contains("nested more than 50 levels deep");
    }

    @Test
    void tooManyPackagesAreRefused() throws Exception {
        String packages = IntStream.rangeClosed(0, 2000)
                .mapToObj(i -> "- { id: p%d, prompt: x }".formatted(i))
                .collect(Collectors.joining("\n"));
        assertThat(problems(HEAD + "packages:\n" + packages + "\n"))
                .containsExactly("plan:4:1: packages: 2001 are more than 2000 (split the plan)");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws Exception {
        byte[] large = new byte[8 * 1024 * 1024 + 1];
        assertThat(problems(large))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("larger than 8 MB"));
    }

    @Test
    void anIdMayHaveNoByteOutsideItsCharacters() throws Exception {
        for (int b = 0; b < 256; b++) {
            if (b < 128 && String.valueOf((char) b).matches("[A-Za-z0-9._-]")) {
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(
                    (HEAD + "packages:\n- prompt: x\n  owns: [src/a.py]\n  id: \"a").getBytes(StandardCharsets.UTF_8));
            bytes.write(b);
            bytes.writeBytes("b\"\n".getBytes(StandardCharsets.UTF_8));
            assertThat(problems(bytes.toByteArray())).as("byte %02x", b).isNotEmpty();
        }
    }

    @Test
    void aPromptFileHasOnlyAPrompt() throws Exception {
        Files.writeString(directory.resolve("a.md"), "---\nagent: codex\n---\nDo it.\n");
        Files.write(directory.resolve("b.md"), new byte[] {'x', (byte) 0xff});
        Files.writeString(directory.resolve("c.md"), "\n");
        assertThat(problems(HEAD + """
                packages:
                  - { id: a, file: a.md, owns: [src/a.py] }
                  - { id: b, file: b.md, owns: [src/b.py] }
                  - { id: c, file: c.md, owns: [README.md] }
                """))
                .satisfiesExactly(
                        front -> assertThat(front).contains("plan:4:20: packages.file", "a.md has front matter"),
                        bytes -> assertThat(bytes).contains("plan:5:20: packages.file", "invalid UTF-8: byte 0xFF"),
                        empty -> assertThat(empty).contains("plan:6:20: packages.file", "c.md is empty"));
    }

    @Test
    void allPromptsTogetherFitIntoOneMessage() throws Exception {
        Files.writeString(directory.resolve("large.md"), "é".repeat(4 * 1024 * 1024));
        assertThat(problems(HEAD + """
                packages:
                  - { id: a, file: large.md, owns: [src/a.py] }
                  - { id: b, file: large.md, owns: [src/b.py] }
                """))
                .containsExactly("plan:4:3: packages: all prompts together are larger than 12 MB"
                        + " (put data into the repository)");
    }
}
