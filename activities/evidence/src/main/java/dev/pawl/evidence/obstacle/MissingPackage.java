package dev.pawl.evidence.obstacle;

import dev.pawl.workflows.model.evidence.HostObstacle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packages that a manifest of the base declares and that are not installed. A module that no manifest declares may be
 * the work itself, and so may one inside of a package.
 */
final class MissingPackage {
    /** No work can make these appear unless a setup command installs them. */
    private static final Set<String> PYTHON_TOOLS =
            Set.of("pytest", "coverage", "tox", "nox", "mypy", "ruff", "black", "flake8", "pylint", "nose2", "behave");

    private static final Pattern PYTHON = Pattern.compile("No module named ['\"]?([A-Za-z_]\\w*)(?![\\w.])");
    private static final Pattern NODE =
            Pattern.compile("Cannot find (?:module|package) ['\"]((?:@[\\w.-]+/)?[A-Za-z][\\w.-]*)['\"]");
    private static final Pattern ABSENT = Pattern.compile("Couldn't find the node_modules state file"
            + "|doesn't seem to have been installed|node_modules missing, did you mean to install"
            + "|Couldn't find a script named \"(?:jest|vitest|mocha|tsc|eslint)\"");

    private record Tool(Pattern said, String manifest, String install) {}

    private static final List<Tool> TOOLS = List.of(
            new Tool(
                    Pattern.compile("Run `bundle install` to install missing gems"
                            + "|Could not find \\S+ in (?:any of the sources|locally installed gems)"
                            + "|bundler: command not found: \\S+"),
                    "Gemfile",
                    "bundle config set --local path vendor/bundle && bundle install"),
            new Tool(
                    Pattern.compile("vendor/autoload\\.php\\W.*(?:No such file or directory|Failed to open)"),
                    "composer.json",
                    "composer install"),
            new Tool(
                    Pattern.compile("Unchecked dependencies for environment|run \"mix deps\\.get\""),
                    "mix.exs",
                    "mix deps.get"));

    private MissingPackage() {}

    static Optional<HostObstacle> of(RedBase red) {
        Manifests manifests = new Manifests(red.here());
        return Stream.of(python(red, manifests), node(red, manifests), other(red))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<HostObstacle> python(RedBase red, Manifests manifests) {
        Matcher said = PYTHON.matcher(red.output());
        while (said.find()) {
            String module = said.group(1);
            Optional<String> manifest = own(red, module) ? Optional.empty() : manifests.python(module);
            if (manifest.isPresent()) {
                return Optional.of(inEnvironment(
                        red, notInstalled(red, module, manifest.get()), Manifests.pythonInstall(manifest.get())));
            }
            if (PYTHON_TOOLS.contains(module)
                    && red.check().run().contains("-m " + module)
                    && red.request().setup().isEmpty()) {
                return Optional.of(inEnvironment(
                        red,
                        "%s is not installed for this Python".formatted(module),
                        "python3 -m venv .venv && .venv/bin/pip install -q " + module));
            }
        }
        return Optional.empty();
    }

    private static HostObstacle inEnvironment(RedBase red, String reason, String install) {
        String run = red.check().run().replaceAll("(?<![\\w./-])python3?(?=\\s)", ".venv/bin/python");
        return red.obstacle(
                reason,
                "add to the task file: setup: [%s], checks: [{ name: %s, run: %s }]"
                        .formatted(
                                RedBase.quoted(install),
                                RedBase.quoted(red.check().name()),
                                RedBase.quoted(run)));
    }

    /** Whether the repository has such a module, or the task makes it. */
    private static boolean own(RedBase red, String module) {
        Pattern file = Pattern.compile("(?:.*/)?" + Pattern.quote(module) + "(?:\\.py|/.*)");
        return Stream.concat(red.base().files().stream(), red.request().files().stream())
                .anyMatch(path -> file.matcher(path).matches());
    }

    private static Optional<HostObstacle> node(RedBase red, Manifests manifests) {
        Matcher said = NODE.matcher(red.output());
        while (said.find()) {
            Optional<String> manifest = manifests.node(said.group(1));
            if (manifest.isPresent()) {
                return Optional.of(red.setup(
                        notInstalled(red, said.group(1), manifest.get()), manifests.nodeInstall(manifest.get())));
            }
        }
        return !red.tested()
                        && red.here().has("package.json")
                        && ABSENT.matcher(red.output()).find()
                ? Optional.of(red.setup(
                        "the packages of package.json are not installed", manifests.nodeInstall("package.json")))
                : Optional.empty();
    }

    private static Optional<HostObstacle> other(RedBase red) {
        return red.tested()
                ? Optional.empty()
                : TOOLS.stream()
                        .filter(tool -> red.here().has(tool.manifest())
                                && tool.said().matcher(red.output()).find())
                        .findFirst()
                        .map(tool -> red.setup(
                                "the packages of %s are not installed".formatted(tool.manifest()), tool.install()));
    }

    static String notInstalled(RedBase red, String name, String manifest) {
        return "%s is declared in %s but not installed%s"
                .formatted(name, manifest, red.request().setup().isEmpty() ? "" : ", also after setup");
    }
}
