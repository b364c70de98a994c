package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {
    private static final String DEFAULTS = ".pawl/defaults.yaml";
    private static final String EXAMPLE = ".pawl/tasks/example.md";

    @TempDir
    Path directory;

    private Machine machine;

    @BeforeEach
    void start() throws IOException {
        machine = new Machine(directory);
    }

    private void valid() {
        Invocation validate = machine.pawl("validate", EXAMPLE, DEFAULTS);
        assertThat(validate.exitCode()).as(validate.out()).isZero();
        assertThat(validate.out()).doesNotContain("--trust");
    }

    @Test
    void itWritesDefaultsAndAnExampleThatAreValidAndSaysWhatToRun() throws Exception {
        machine.has("codex").with("CODEX_API_KEY", "k").file("go.mod", "module a\n");
        Invocation init = machine.pawl("init");
        assertThat(init.exitCode()).isZero();
        assertThat(init.out()).isEqualTo("wrote " + DEFAULTS + "\nwrote " + EXAMPLE + "\n");
        assertThat(init.err())
                .contains("found: Go")
                .contains("next: pawl run " + EXAMPLE)
                .contains("pawl run \"what to do, in your words\"");
        assertThat(machine.text(DEFAULTS)).contains("agent: codex\n").contains("checks:\n  - go test ./...\n");
        valid();
    }

    @Test
    void onAMachineWithoutAgentsTheFilesAreValidAndTheNextStepIsSaid() throws Exception {
        Invocation init = machine.pawl("init");
        assertThat(init.err()).contains("found: no build tool").contains("no agent is installed here");
        assertThat(machine.text(DEFAULTS)).contains("# checks:");
        valid();
    }

    @Test
    void severalAgentsBecomeAListInOrderOfPreference() throws Exception {
        machine.has("codex").has("claude").with("CODEX_API_KEY", "k").with("ANTHROPIC_API_KEY", "k");
        machine.pawl("init");
        assertThat(machine.text(DEFAULTS)).contains("agents: [claude-code, codex]");
        valid();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            package-lock.json | jest | npm ci | npm test
            pnpm-lock.yaml | vitest run | pnpm install --frozen-lockfile | pnpm test
            yarn.lock | mocha | yarn install --frozen-lockfile | yarn test
            bun.lock | jest | bun install --frozen-lockfile | bun run test
            none | node --test | npm install | npm test
            package-lock.json | jest --watch | npm ci | npm test -- --watch=false --watchAll=false
            pnpm-lock.yaml | vitest | pnpm install --frozen-lockfile | pnpm test --run
            package-lock.json | ng test | npm ci | npm test -- --watch=false --browsers=ChromeHeadless
            yarn.lock | react-scripts test | yarn install --frozen-lockfile | yarn test --watchAll=false
            """)
    void aNodeProjectIsReadFromItsLockFileAndItsScripts(String lock, String script, String setup, String check)
            throws Exception {
        machine.file("package.json", "{ \"scripts\": { \"test\": \"" + script + "\" } }")
                .file(lock, "");
        machine.pawl("init");
        assertThat(machine.text(DEFAULTS))
                .contains("setup:\n  - " + setup + "\n")
                .contains("checks:\n  - " + check + "\n");
        valid();
    }

    @Test
    void aScriptThatWatchesIsSaidAndOneThatTestsOnceIsPreferred() throws Exception {
        machine.file("package.json", "{ \"scripts\": { \"test\": \"jest --watch\", \"test:ci\": \"jest --ci\" } }");
        Invocation init = machine.pawl("init");
        assertThat(init.err()).contains("note: the script 'test' watches (jest --watch)");
        assertThat(machine.text(DEFAULTS)).contains("- npm run test:ci\n");
        machine.file("package.json", "{ \"scripts\": { \"test\": \"nodemon --exec mocha\" } }");
        assertThat(machine.pawl("init", "--force").err()).contains("never ends; add a script 'test:ci'");
        valid();
    }

    @Test
    void scriptsThatTestNothingAndManifestsThatAreNoJsonAreNoChecks() throws Exception {
        machine.file(
                "package.json", "{ \"scripts\": { \"test\": \"echo \\\"Error: no test specified\\\" && exit 1\" } }");
        machine.pawl("init");
        assertThat(machine.text(DEFAULTS)).contains("# No tests were found");
        machine.file("package.json", "{ nonsense");
        assertThat(machine.pawl("init", "--force").exitCode()).isZero();
        valid();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uv.lock         | uv run python -m pytest -q
            poetry.lock     | poetry run python -m pytest -q
            none            | python3 -m pytest -q
            """)
    void aPythonProjectIsTestedWithTheToolOfItsLockFile(String lock, String check) throws Exception {
        machine.file("pyproject.toml", "[tool.pytest.ini_options]\n").file(lock, "");
        machine.pawl("init");
        assertThat(machine.text(DEFAULTS)).contains("- " + check + "\n");
        valid();
    }

    @Test
    void requirementsAreInstalledIntoAnEnvironmentThatGitIgnores() throws Exception {
        machine.file("requirements.txt", "pytest\n").file("tests/test_a.py", "def test_a():\n    pass\n");
        assertThat(machine.pawl("init").err()).contains(".venv is not in .gitignore");
        machine.file(".gitignore", ".venv/\n");
        machine.pawl("init", "--force");
        assertThat(machine.text(DEFAULTS))
                .contains("- python3 -m venv .venv\n")
                .contains("- .venv/bin/python -m pytest -q\n");
        valid();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pom.xml          | ''                           | mvn -B test
            build.gradle.kts | ''                           | gradle --console=plain test
            Cargo.toml       | ''                           | cargo test
            mix.exs          | ''                           | mix test
            Shop.sln         | ''                           | dotnet test
            Makefile         | 'test:'                      | make test
            phpunit.xml.dist | ''                           | ''
            """)
    void otherBuildToolsHaveTheirOwnTestCommand(String file, String text, String check) throws Exception {
        machine.file(file, text);
        machine.pawl("init");
        assertThat(machine.text(DEFAULTS)).contains(check.isEmpty() ? "# checks:" : "checks:\n  - " + check + "\n");
        valid();
    }

    @Test
    void theProjectsOfAMonorepoAreTestedInTheirDirectories() throws Exception {
        machine.file("packages/api/go.mod", "module a\n")
                .file("packages/web/package.json", "{ \"scripts\": { \"test\": \"jest\" } }")
                .file("packages/web/node_modules/x/package.json", "{ \"scripts\": { \"test\": \"jest\" } }");
        machine.pawl("init");
        assertThat(machine.text(DEFAULTS))
                .contains("- cd packages/api && go test ./...\n")
                .contains("- cd packages/web && npm test\n")
                .doesNotContain("node_modules");
        valid();
    }

    @Test
    void submodulesAndLfsObjectsThatAreNotThereAreSaid() throws Exception {
        machine.file(".gitmodules", "[submodule \"lib\"]\n\tpath = lib\n\turl = ../lib\n")
                .file(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n")
                .file(".gitignore", ".env\n")
                .file(".env", "KEY=secret\n")
                .file(".env.example", "KEY=\n");
        Invocation init = machine.pawl("init");
        assertThat(init.err())
                .contains("git submodule update --init -- lib")
                .contains("git lfs pull")
                .doesNotContain(".env.example");
        assertThat(machine.text(DEFAULTS)).contains("copy:\n  - .env\n").doesNotContain("secret");
        valid();
    }

    @Test
    void existingFilesAreKeptUnlessForcedAndASecondRunChangesNothing() throws Exception {
        machine.pawl("init");
        assertThat(machine.pawl("init").out()).isEqualTo("unchanged " + DEFAULTS + "\nunchanged " + EXAMPLE + "\n");
        machine.file(DEFAULTS, "agent: codex\n");
        Invocation kept = machine.pawl("init");
        assertThat(kept.exitCode()).isZero();
        assertThat(kept.out()).contains("kept " + DEFAULTS + " (--force replaces it)");
        assertThat(machine.text(DEFAULTS)).isEqualTo("agent: codex\n");
        assertThat(machine.pawl("init", "--force").out()).contains("replaced " + DEFAULTS);
        assertThat(machine.text(DEFAULTS)).contains("limits:");
    }

    @Test
    void printWritesNothing() throws Exception {
        machine.file("go.mod", "module a\n");
        Invocation print = machine.pawl("init", "--print");
        assertThat(print.out()).contains("# " + DEFAULTS, "- go test ./...", "# " + EXAMPLE, "title:");
        assertThat(machine.repository.resolve(".pawl")).doesNotExist();
    }

    @Test
    void itWritesAtTheTopOfTheRepositoryWhereverItIsCalledFrom() throws Exception {
        machine.file("src/a.txt", "");
        Invocation init = Invocation.of(machine.environment(), machine.repository.resolve("src"), "init");
        assertThat(init.err()).contains("next: pawl run ../" + EXAMPLE);
        assertThat(machine.repository.resolve(DEFAULTS)).exists();
        assertThat(Invocation.of(machine.environment(), directory, "init", "repository", "--force")
                        .err())
                .contains("cd " + machine.repository + " && pawl run " + EXAMPLE);
    }

    @Test
    void outsideOfARepositoryAndThroughALinkNothingIsWritten() throws Exception {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Invocation init = Invocation.of(machine.environment(), outside, "init");
        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err()).contains("is in no git repository; run git init");
        assertThat(Invocation.of(machine.environment(), outside, "init", "nowhere")
                        .err())
                .contains("no such directory: nowhere");
        Files.createSymbolicLink(machine.repository.resolve(".pawl"), outside);
        Invocation link = machine.pawl("init", "--force");
        assertThat(link.exitCode()).isEqualTo(3);
        assertThat(link.err()).contains("is a symbolic link");
        assertThat(outside).isEmptyDirectory();
    }
}
