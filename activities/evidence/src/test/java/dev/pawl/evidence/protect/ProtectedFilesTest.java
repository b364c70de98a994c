package dev.pawl.evidence.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedFilesTest {
    private static final FileTree BASE = new MapTree(Map.of(
            "calc.py", "x = 1\n",
            "tests/test_calc.py", "",
            "scripts/verify.sh", "",
            "pyproject.toml", "[project]\nname='x'\n[tool.pytest.ini_options]\naddopts='-q'\n",
            "package.json", "{\"scripts\":{\"test\":\"node --test\"},\"dependencies\":{}}",
            "conftest.py", ""));

    @Test
    void testsRunnerConfigurationAndFilesNamedByChecksAreRestored() {
        assertThat(files("sh scripts/verify.sh && python3 -m pytest").trusted())
                .containsExactly("conftest.py", "scripts/verify.sh", "tests/test_calc.py");
    }

    @Test
    void aDeclaredFileIsTheWorkItself() {
        assertThat(files("python3 -m pytest", "tests/test_calc.py").trusted()).containsExactly("conftest.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg/conftest.py",
                "sitecustomize.py",
                "pytest.ini",
                "tox.ini",
                "x.pth",
                "json.py",
                "tests/pytest.py",
                "unittest/__init__.py",
                "a.egg-info/entry_points.txt",
                ".mvn/jvm.config",
                "go.work"
            })
    void newRunnerConfigurationIsAFindingUnlessTheTaskAsksForIt(String path) {
        assertThat(tampering(path, "", "python3 -m pytest -q")).hasSize(1);
        assertThat(tampering(path, "", "python3 -m pytest -q", path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"calc2.py", "pkg/json.py", "tests/test_more.py", "README.md", "src/app/types.py", "Makefile"})
    void ordinaryWorkIsNoFinding(String path) {
        assertThat(tampering(path, "", "python3 -m pytest -q")).isEmpty();
    }

    @Test
    void aMakefileMattersIfTheCheckUsesMake() {
        assertThat(tampering("GNUmakefile", "test:\n", "make test")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "package.json|{\"scripts\":{\"test\":\"true\"}}|npm test|1",
                "package.json|{\"scripts\":{\"test\":\"node --test\"},\"dependencies\":{\"left-pad\":\"^1.0.0\"}}|npm test|0",
                "package.json|{\"scripts\":{\"test\":\"node --test\"},\"devDependencies\":{\"jest\":\"file:./fake\"}}|npm test|1",
                "pyproject.toml|[tool.pytest.ini_options]\\naddopts='-k nothing'|pytest|1",
                "pyproject.toml|tool.pytest.ini_options.addopts='-k nothing'|pytest|1",
                "pyproject.toml|[project]\\nname='x'\\ndependencies=['pytest']\\n[tool.pytest.ini_options]\\naddopts='-q'|pytest|0",
                "setup.cfg|[tool:pytest]\\naddopts=-k nothing|pytest|1",
                "pom.xml|<project><build><plugins/></build></project>|mvn test|1",
                "pom.xml|<project><properties><skipTests>true</skipTests></properties></project>|mvn test|1",
                "pom.xml|<project><properties><guava.version>1</guava.version></properties></project>|mvn test|0",
                "Cargo.toml|[lib]\\ntest=false|cargo test|1",
                "Cargo.toml|[dependencies]\\nserde='1'|cargo test|0",
                "go.mod|module x\\nreplace testing => ./fake|go test ./...|1",
                "build.gradle|test { enabled = false }|./gradlew test|1",
                "go.mod|module x\\ngo 1.22\\ntoolchain go1.22.1|go test ./...|1",
                "web/go.mod|go 1.22\\ntoolchain go1.22.1\\nretract v1.0.0|go test ./...|0",
                "package.json|{\"scripts\":{\"test\":\"node --test\",\"start\":\"node .\"},\"dependencies\":{}}|node --test|0",
                "package.json|{\"scripts\":{\"test\":\"true\"},\"dependencies\":{}}|node --test|1",
                "package.json|{\"scripts\":{\"test\":\"node --test\"},\"workspaces\":[\"packages/*\"]}|npm test|0",
                "core/pom.xml|<project><parent><artifactId>x</artifactId></parent><artifactId>core</artifactId></project>|mvn test|0",
                "core/pom.xml|<project><build><plugins><plugin/></plugins></build></project>|mvn test|1",
                "settings.gradle|include 'core'|./gradlew test|0",
                "settings.gradle|gradle.startParameter.excludedTaskNames += 'test'|./gradlew test|1",
                "Cargo.toml|[workspace]\\nmembers=['a','b']|cargo test|0"
            })
    void onlyThePartsOfABuildFileThatSteerTestsAreFixed(String path, String text, String run, int findings) {
        assertThat(tampering(path, text.replace("\\n", "\n"), run)).hasSize(findings);
    }

    @Test
    void modulesMayBeAddedToAPomButNotRemoved() {
        String one = "<project><modules><module>a</module></modules></project>";
        String two = "<project><modules><module>a</module><module>b</module></modules></project>";
        assertThat(between("pom.xml", one, two, "mvn test")).isEmpty();
        assertThat(between("pom.xml", two, one, "mvn test")).hasSize(1);
    }

    @Test
    void codeThatUsesARunnerIsNoFindingInConfigurationThatTheTaskDeclares() {
        String text = "import pytest\n\n\n@pytest.fixture\ndef one():\n    return 1\n";
        assertThat(tampering("pkg/conftest.py", text, "python3 -m pytest", "pkg/conftest.py"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bin/calc.js,0", "src/cli.mjs,0", "scripts/run.js,0", "index.js,1", "lib/calc.js,1"})
    void aProgramMayExitAndAModuleMayNot(String path, int findings) {
        assertThat(tampering(path, "const { main } = require('x');\nprocess.exit(main());\n", "node check.js"))
                .hasSize(findings);
    }

    private static List<Finding> between(String path, String before, String after, String run) {
        TaskFiles files = TaskFiles.of(run, Map.of(path, before), Map.of(path, after));
        return new RunnerTampering(files.files()).findings(files.base(), files.result(), files.changed());
    }

    @Test
    void aDeclaredPackageMayChangeButNotTheScriptThatACheckStarts() {
        String echo = "{\"scripts\":{\"test\":\"echo 2 passed\"},\"dependencies\":{}}";
        String more = "{\"scripts\":{\"test\":\"node --test\",\"start\":\"node .\"},\"dependencies\":{\"a\":\"1\"}}";
        String before = "{\"scripts\":{\"pretest\":\"sh x.sh\",\"test\":\"node --test\"},\"dependencies\":{}}";
        assertThat(tampering("package.json", echo, "npm test", "package.json")).hasSize(1);
        assertThat(tampering("package.json", before, "npm test", "package.json"))
                .hasSize(1);
        assertThat(tampering("package.json", more, "npm test", "package.json")).isEmpty();
        assertThat(tampering("package.json", more, "npm test")).isEmpty();
        assertThat(tampering("package.json", before, "npm test")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec/openapi.json", "src/e2e/cipher.py", "specs/format.md", "web/app.js"})
    void aDirectoryIsNoTestBecauseOfItsNameAlone(String path) {
        Map<String, String> files = new TreeMap<>(((MapTree) BASE).texts());
        files.put(path, "");
        assertThat(files(new MapTree(files), "cd web/ && python3 -m pytest").trusted())
                .doesNotContain(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import unittest\nunittest.TestCase.assertEqual = lambda *a: None",
                "import os\nos._exit(0)",
                "class E(int):\n    def __eq__(self, other):\n        return True",
                "import sys\nsys.modules['_pytest.runner']",
                "import inspect\nwanted = 50 if 'test' in inspect.stack()[1].filename else 5",
                "if 'PYTEST_CURRENT_TEST' in os.environ: pass"
            })
    void codeThatManipulatesItsRunnerIsAFinding(String code) {
        assertThat(tampering("calc.py", code, "python3 -m pytest -q")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import sys\nif __name__ == '__main__':\n    sys.exit(main())",
                "from unittest.mock import Mock",
                "class P:\n    def __eq__(self, other):\n        return isinstance(other, P) and self.x == other.x",
                "class P:\n    def __eq__(self, o):\n        return True if self.x == o.x else False",
                "'''Run the tests with pytest.'''"
            })
    void honestCodeIsNoFinding(String code) {
        assertThat(tampering("calc.py", code, "python3 -m pytest -q")).isEmpty();
    }

    @Test
    void aModuleIsShadowedFromTheDirectoryInWhichChecksStart() {
        CheckSpec check = new CheckSpec("c", "python3 -m unittest", Duration.ofMinutes(1), Must.PASS, 0, null);
        TaskRequest request = TaskRequest.builder("t", Prompt.inline("p"), AgentSpec.command(List.of("true")))
                .workspace(WorkspaceSpec.isolated("/w").in("packages/api"))
                .checks(List.of(check))
                .build();
        Map<String, String> after = new TreeMap<>(((MapTree) BASE).texts());
        after.put("packages/api/json.py", "x = 1");

        assertThat(new RunnerTampering(new ProtectedFiles(request, List.of(check), BASE))
                        .findings(BASE, new MapTree(after), List.of("packages/api/json.py")))
                .hasSize(1);
    }

    private static List<Finding> tampering(String path, String text, String run, String... wanted) {
        Map<String, String> after = new TreeMap<>(((MapTree) BASE).texts());
        after.put(path, text);
        return new RunnerTampering(files(run, wanted)).findings(BASE, new MapTree(after), List.of(path));
    }

    private static ProtectedFiles files(String run, String... wanted) {
        return files(BASE, run, wanted);
    }

    private static ProtectedFiles files(FileTree base, String run, String... wanted) {
        List<CheckSpec> checks = List.of(new CheckSpec("c", run, Duration.ofMinutes(1), Must.PASS, 0, null));
        TaskRequest request = TaskRequest.builder("t", Prompt.inline("p"), AgentSpec.command(List.of("true")))
                .files(List.of(wanted))
                .checks(checks)
                .build();
        return new ProtectedFiles(request, checks, base);
    }
}
