package dev.pawl.cli.init;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Python: the tool that installs by its lock file, the runner by configuration and tests. */
final class PythonProject {
    private static final Pattern TEST = Pattern.compile("(?:.*/)?(?:test_[^/]*|[^/]*_test)\\.py");
    private static final Pattern BARE =
            Pattern.compile("(?m)^(?:async\\s+)?def\\s+test_|^\\s*(?:import|from)\\s+pytest\\b");
    private static final List<String> MANIFESTS =
            List.of("pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "tox.ini", "pytest.ini");
    private static final List<String> REQUIREMENTS = List.of(
            "requirements.txt",
            "requirements-dev.txt",
            "requirements_dev.txt",
            "dev-requirements.txt",
            "requirements/dev.txt",
            "requirements/test.txt",
            "requirements-test.txt");

    private final Tree tree;
    private final List<String> tests;

    private PythonProject(Tree tree) {
        this.tree = tree;
        this.tests = tree.files(4).stream()
                .filter(path -> TEST.matcher(path).matches())
                .toList();
    }

    static Optional<Project> of(Tree tree) {
        PythonProject project = new PythonProject(tree);
        return MANIFESTS.stream().anyMatch(tree::has) || !project.tests.isEmpty()
                ? Optional.of(project.found())
                : Optional.empty();
    }

    private Project found() {
        if (tree.has("uv.lock")) {
            return project("uv", List.of("uv sync"), "uv run ", "python");
        }
        if (tree.has("poetry.lock")) {
            return project("Poetry", List.of("poetry install"), "poetry run ", "python");
        }
        if (tree.has("pdm.lock")) {
            return project("PDM", List.of("pdm install"), "pdm run ", "python");
        }
        if (tree.has("Pipfile")) {
            return project("Pipenv", List.of("pipenv sync --dev"), "pipenv run ", "python");
        }
        List<String> requirements = REQUIREMENTS.stream().filter(tree::has).toList();
        if (!requirements.isEmpty() && ignoresVenv()) {
            String install = ".venv/bin/pip install -q -r " + String.join(" -r ", requirements);
            return project("pip", List.of("python3 -m venv .venv", install), "", ".venv/bin/python");
        }
        Project plain = project("no lock file", List.of(), "", "python3");
        return requirements.isEmpty()
                ? plain
                : new Project(
                        plain.kind(),
                        plain.setup(),
                        plain.checks(),
                        List.of("%s is not installed, because .venv is not in .gitignore; if the tests need it, "
                                        .formatted(requirements.getFirst())
                                + "add .venv there and run pawl init --force"));
    }

    private boolean ignoresVenv() {
        String ignored = new Tree(tree.root(), "").text(".gitignore") + "\n" + tree.text(".gitignore");
        return ignored.lines().map(String::strip).anyMatch(line -> line.matches("(?:/|\\*\\*/)?\\.venv\\*?/?"));
    }

    private Project project(String tool, List<String> setup, String prefix, String python) {
        List<String> checks =
                runner().map(run -> prefix + python + " " + run).stream().toList();
        return Project.of("Python (" + tool + ")", setup, checks);
    }

    private Optional<String> runner() {
        if (pytest()) {
            return Optional.of("-m pytest -q");
        }
        List<String> found = tests.stream()
                .filter(path -> path.matches("(?:.*/)?test[^/]*\\.py"))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean apart = found.stream().allMatch(path -> path.startsWith("tests/")) && !tree.has("tests/__init__.py");
        return Optional.of(apart ? "-m unittest discover -s tests" : "-m unittest");
    }

    private boolean pytest() {
        return tree.has("pytest.ini")
                || tree.has("conftest.py")
                || tree.has("tests/conftest.py")
                || tree.text("pyproject.toml").contains("pytest")
                || tree.text("setup.cfg").contains("pytest")
                || tree.text("tox.ini").contains("pytest")
                || REQUIREMENTS.stream().anyMatch(file -> tree.text(file).contains("pytest"))
                || tests.stream()
                        .limit(200)
                        .anyMatch(path -> BARE.matcher(tree.text(path)).find());
    }
}
