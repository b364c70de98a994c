package dev.pawl.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.tree.MapTree;
import dev.pawl.evidence.tree.Subtree;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.StepTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDetectionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pom.xml|<project/>|mvn -B test",
                "build.gradle.kts||gradle --console=plain test",
                "package.json|{\"scripts\":{\"test\":\"jest\"}}|npm test",
                "pytest.ini|[pytest]|python3 -m pytest -q",
                "pyproject.toml|[tool.pytest.ini_options]|python3 -m pytest -q",
                "tests/test_a.py|import pytest|python3 -m pytest -q",
                "test_a.py|def test_a(): pass|python3 -m pytest -q",
                "tests/test_a.py|import unittest|python3 -m unittest discover -s tests",
                "test_a.py|import unittest|python3 -m unittest",
                "go.mod|module x|go test ./...",
                "Cargo.toml|[package]|cargo test",
                "Makefile|test: build|make test"
            })
    void aCheckIsProposedForEachKindOfProject(String path, String text, String run) {
        assertThat(CheckDetection.of(new MapTree(Map.of(path, text == null ? "" : text))))
                .extracting(CheckSpec::run)
                .containsExactly(run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "README.md|text",
                "package.json|{\"scripts\":{\"test\":\"echo \\\"Error: no test specified\\\" && exit 1\"}}",
                "package.json|not json",
                "Makefile|test := x",
                "app.py|print(1)"
            })
    void otherFilesYieldNoCheck(String path, String text) {
        assertThat(CheckDetection.of(new MapTree(Map.of(path, text)))).isEmpty();
    }

    @Test
    void theStepHasTimeForTheChecksOfAProjectOfEveryKind() {
        Map<String, String> files =
                new TreeMap<>(Map.of("pom.xml", "", "build.gradle", "", "go.mod", "", "Cargo.toml", ""));
        files.putAll(
                Map.of("package.json", "{\"scripts\":{\"test\":\"jest\"}}", "pytest.ini", "", "Makefile", "test: x"));

        List<CheckSpec> detected = CheckDetection.of(new MapTree(files));

        assertThat(detected).hasSize(StepTime.DETECTED_CHECKS);
        assertThat(detected).extracting(CheckSpec::timeout).containsOnly(StepTime.COMMAND);
        assertThat(detected).extracting(CheckSpec::retries).containsOnly(0);
    }

    @Test
    void checksAreThoseOfTheDirectoryThatATaskStartsIn() {
        MapTree files = new MapTree(Map.of("Cargo.toml", "", "packages/api/go.mod", "", "packages/apiary/pom.xml", ""));

        assertThat(CheckDetection.of(Subtree.of(files, "packages/api")))
                .extracting(CheckSpec::run)
                .containsExactly("go test ./...");
    }

    @Test
    void wrappersAndLockFilesSelectTheTool() {
        Map<String, String> files = new TreeMap<>(Map.of("pom.xml", "", "mvnw", "", "yarn.lock", ""));
        files.put("package.json", "{\"scripts\":{\"test\":\"jest\"}}");

        assertThat(CheckDetection.of(new MapTree(files)))
                .extracting(CheckSpec::run)
                .containsExactly("./mvnw -B test", "yarn test");
    }
}
