package dev.pawl.evidence.obstacle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.HostObstacle;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TaskRequestBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host keeps red is named with its fix; what is red because the work is missing never is. */
class HostObstaclesTest {
    private static final String NODE = "{\"devDependencies\": {\"jest\": \"^29.0.0\", \"left-pad\": \"1.3.0\","
            + " \"typescript\": \"5\", \"@mono/shared\": \"workspace:*\"}}";
    private static final String PYTHON = """
            [project]
            name = "shop"
            dependencies = ["flask>=2", "PyYAML"]
            """;

    @TempDir
    Path source;

    private final Map<String, String> files = new TreeMap<>();
    private final List<SetupSpec> setup = new ArrayList<>();
    private String prompt = "Fix the rounding of totals.";
    private List<String> declared = List.of();
    private int tests;
    private @Nullable String junit;

    private Optional<HostObstacle> red(String command, int exitCode, String output) {
        return of(command, CheckState.FAILED, exitCode, output);
    }

    private Optional<HostObstacle> of(String command, CheckState state, int exitCode, String output) {
        CheckSpec check = new CheckSpec("unit", command, Duration.ofMinutes(10), Must.PASS, 0, junit);
        TaskRequestBuilder request = TaskRequest.builder(
                        "Totals", Prompt.inline(prompt), AgentSpec.command(List.of("true")))
                .files(declared)
                .setup(setup)
                .checks(List.of(check));
        CheckEvidence evidence =
                new CheckEvidence("unit", state, exitCode, false, tests, List.of(), List.of(), output, null, 1);
        return HostObstacles.of(new RedBase(
                check,
                List.of(),
                evidence,
                output,
                request.build(),
                new MapTree(files),
                Path.of("/pawl/work"),
                source,
                Set.of("STRIPE_KEY")));
    }

    @Test
    void aDeclaredPackageThatIsNotInstalledIsNamedWithTheCommandThatInstallsIt() {
        files.put("package.json", NODE);
        files.put("package-lock.json", "{}");
        files.put("pyproject.toml", PYTHON);
        files.put("requirements-dev.txt", "pytest==8.0\n");

        assertThat(red("npm test", 127, "> jest\n\nsh: 1: jest: not found")).hasValueSatisfying(found -> {
            assertThat(found.reason()).isEqualTo("jest is declared in package.json but not installed");
            assertThat(found.fix()).isEqualTo("add to the task file: setup: [\"npm ci\"]");
        });
        assertThat(red("npm test", 1, "Error: Cannot find module 'left-pad'\nRequire stack:"))
                .isPresent();
        assertThat(red("npx tsc", 127, "sh: tsc: command not found")).isPresent();
        assertThat(red("python3 -m unittest", 1, "ModuleNotFoundError: No module named 'flask'"))
                .hasValueSatisfying(found -> assertThat(found.fix())
                        .contains("setup: [\"python3 -m venv .venv && .venv/bin/pip install -q -e .\"]")
                        .contains("run: \".venv/bin/python -m unittest\""));
        assertThat(red("python3 -m unittest", 1, "ModuleNotFoundError: No module named 'yaml'"))
                .isPresent();
        assertThat(red("python3 -m pytest -q", 1, "/usr/bin/python3: No module named pytest"))
                .hasValueSatisfying(found -> assertThat(found.fix()).contains("-r requirements-dev.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ModuleNotFoundError: No module named 'calculator'",
                "ModuleNotFoundError: No module named 'shop'",
                "ModuleNotFoundError: No module named 'requests'",
                "Error: Cannot find module './totals'",
                "Error: Cannot find module 'express'",
                "Error: Cannot find module 'left-pad/lib/totals'",
                "ModuleNotFoundError: No module named 'flask.totals'",
                "Error: Cannot find module '@mono/shared'",
                "AssertionError: 'jest: not found' != 'ok'",
            })
    void aModuleThatNoManifestDeclaresMayBeTheWork(String output) {
        files.put("package.json", NODE);
        files.put("pyproject.toml", PYTHON);

        assertThat(red("make test", 1, output)).isEmpty();
    }

    @Test
    void aModuleOfTheRepositoryOrOfTheTaskIsTheWorkWhateverAManifestSays() {
        files.put("requirements.txt", "flask\nyaml\n");
        files.put("src/flask/__init__.py", "");
        declared = List.of("yaml.py");

        assertThat(red("python3 -m unittest", 1, "No module named 'flask'")).isEmpty();
        assertThat(red("python3 -m unittest", 1, "No module named 'yaml'")).isEmpty();
    }

    @Test
    void aProgramOfTheHostIsNamed() {
        assertThat(red("cargo test", 127, "/bin/sh: 1: cargo: not found"))
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo("the program cargo is not found"));
        assertThat(red(
                        "make test",
                        2,
                        "make: cmake: No such file or directory\nmake: *** [Makefile:2: test] Error 127"))
                .isPresent();
        assertThat(red("./run.sh", 127, "./run.sh: line 3: company-lint: command not found"))
                .isPresent();
        assertThat(red("./run", 127, "/usr/bin/env: 'ruby': No such file or directory"))
                .isPresent();
    }

    @Test
    void aProgramThatTheWorkMayBringIsNone() {
        assertThat(red("./gate.sh", 127, "/bin/sh: 1: ./gate.sh: not found")).isEmpty();
        assertThat(red(". ./functions.sh && run_all", 127, "sh: 1: run_all: not found"))
                .isEmpty();
        assertThat(red("lookup x", 1, "error: python: not found")).isEmpty();
        prompt = "Write the command totals.";
        assertThat(red("totals --help", 127, "sh: 1: totals: not found")).isEmpty();
        prompt = "Fix it.";
        declared = List.of("bin/sums");
        assertThat(red("sums --help", 127, "sh: 1: sums: not found")).isEmpty();
        files.put("Cargo.toml", "[package]\nname = \"adder\"\n");
        assertThat(red("adder 1 2", 127, "sh: 1: adder: not found")).isEmpty();
        files.put("package.json", "{}");
        assertThat(red("npx vitest", 127, "sh: 1: vitest: not found")).isEmpty();
        setup.add(new SetupSpec("pip install -r requirements.txt"));
        assertThat(red("mkdocs build", 127, "sh: 1: mkdocs: not found")).isEmpty();
    }

    @Test
    void testsThatRanSayThatTheProgramsAreThere() {
        tests = 3;

        assertThat(red("make test", 127, "sh: 1: cargo: not found")).isEmpty();
    }

    @Test
    void configurationThatAToolDoesNotTrustIsNamed() {
        assertThat(red("make test", 1, "mise ERROR Config files in ~/w/mise.toml are not trusted."))
                .hasValueSatisfying(
                        found -> assertThat(found.fix())
                                .isEqualTo(
                                        "add to the task file: checks: [{ name: \"unit\", run: \"mise trust --quiet && make test\" }]"));
        assertThat(red("make", 1, "direnv: error /w/.envrc is blocked. Run `direnv allow` to approve its content"))
                .isPresent();
        assertThat(red("make", 1, "pyenv: version `3.11.4' is not installed (set by /w/.python-version)"))
                .isPresent();
        assertThat(red("make", 1, "the user is not trusted")).isEmpty();
    }

    @Test
    void aBrowserThatIsNotInstalledIsNamedAlthoughTestsRan() {
        tests = 4;

        assertThat(red(
                        "npx playwright test",
                        1,
                        "Error: browserType.launch: Executable doesn't exist at /x/chrome\n║ npx playwright install ║"))
                .isPresent();
        assertThat(red("npx playwright test", 1, "Error: expect(page).toHaveTitle"))
                .isEmpty();
    }

    @Test
    void aCheckThatDoesNotEndIsNamedAndHowItWould() {
        assertThat(of("npm test", CheckState.TIMED_OUT, 0, "PASS a.test.js\nWatch Usage\n › Press q to quit"))
                .hasValueSatisfying(found -> assertThat(found.reason()).startsWith("it watches for changes"));
        assertThat(of("npx jest --watch", CheckState.TIMED_OUT, 0, ""))
                .hasValueSatisfying(
                        found -> assertThat(found.fix()).contains("run: \"npx jest --watch=false --watchAll=false\""));
        assertThat(of("make e2e", CheckState.TIMED_OUT, 0, "starting"))
                .hasValueSatisfying(found -> assertThat(found.fix()).contains("timeout: 30m"));
    }

    @Test
    void aFileThatOnlyTheUsersDirectoryHasIsNamed() throws Exception {
        Files.writeString(source.resolve(".env"), "A=1");
        String node = "Error: ENOENT: no such file or directory, open '/pawl/work/.env'";

        assertThat(red("npm test", 1, node))
                .hasValueSatisfying(
                        found -> assertThat(found.fix()).isEqualTo("add to the task file: copy: [\".env\"]"));
        assertThat(red("pytest", 1, "FileNotFoundError: [Errno 2] No such file or directory: '.env'"))
                .isPresent();
        assertThat(red("sh t.sh", 2, "t.sh: 1: .: cannot open ./.env: No such file"))
                .isPresent();
        assertThat(red("pytest", 1, "No such file or directory: 'missing.json'"))
                .isEmpty();
        Files.createDirectories(source.resolve("build"));
        Files.writeString(source.resolve("build/totals.json"), "{}");
        assertThat(red("make", 2, "cat: build/totals.json: No such file or directory"))
                .isEmpty();
        files.put(".env", "");
        assertThat(red("npm test", 1, node)).isEmpty();
    }

    @Test
    void aVariableThatTheWorkerHasIsNamed() {
        assertThat(red("pytest", 1, "KeyError: 'STRIPE_KEY'"))
                .hasValueSatisfying(
                        found -> assertThat(found.fix()).isEqualTo("add to the task file: environment: [STRIPE_KEY]"));
        assertThat(red("pytest", 1, "KeyError: 'OTHER_KEY'")).isEmpty();
        prompt = "Make STRIPE_KEY optional.";
        assertThat(red("pytest", 1, "KeyError: 'STRIPE_KEY'")).isEmpty();
    }

    @Test
    void aReportFileThatCannotBeReadIsNamedIfTheRunnerReachedItsEnd() {
        String passed = "test_a (t.T.test_a) ... ok\n\n------\nRan 1 test in 0.001s\n\nOK\n";
        junit = "out.xml";

        assertThat(red("python3 -m unittest -v", 0, passed))
                .hasValueSatisfying(found -> assertThat(found.reason()).contains("out.xml"));
        assertThat(red("python3 -m unittest -v", 1, passed)).isEmpty();
        junit = null;
        assertThat(red("python3 -m unittest -v", 0, passed)).isEmpty();
    }

    @Test
    void anOrdinaryRedCheckHasNoObstacle() {
        assertThat(red("pytest", 1, "FAILED test_totals.py::test_rounding - assert 1.0 == 1.1"))
                .isEmpty();
        assertThat(red("make", 2, "make: *** No rule to make target 'test'.  Stop."))
                .isEmpty();
    }
}
