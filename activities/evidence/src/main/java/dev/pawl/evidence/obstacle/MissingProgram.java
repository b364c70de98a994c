package dev.pawl.evidence.obstacle;

import dev.pawl.workflows.model.evidence.HostObstacle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs that a check looks for on the search path. A program of the repository, one that a manifest may provide once
 * the work is done, and one that the task is about are no obstacles.
 */
final class MissingProgram {
    private static final String NAME = "([A-Za-z][\\w.+-]*)";
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("(?m)^(?:[^\\s:]+: )?(?:line )?(?:\\d+: )?" + NAME + ": (?:command )?not found$"),
            Pattern.compile("(?m)^(?:\\S*/)?env: ['\"‘]?" + NAME + "['\"’]?: No such file or directory$"),
            Pattern.compile(
                    "(?m)^g?make(?:\\[\\d+\\])?: " + NAME + ": (?:No such file or directory|Command not found)$"),
            Pattern.compile("exec: \"" + NAME + "\": executable file not found in \\$PATH"),
            Pattern.compile("(?m)^zsh:(?:\\d+:)? command not found: " + NAME + "$"));

    /** Programs that come with an operating system or a tool chain, never with the work. */
    private static final Set<String> OF_HOST =
            Set.of(("python python3 pip pip3 pipx uv conda node npm npx pnpm yarn corepack bun"
                            + " deno go gofmt cargo rustc rustup rustfmt make gmake cmake ctest ninja meson bazel bazelisk gcc g++"
                            + " cc clang clang++ ld mvn gradle java javac kotlinc scala sbt lein clojure ant ruby gem bundle"
                            + " bundler rake php composer perl prove dotnet swift xcodebuild docker docker-compose podman kubectl"
                            + " helm terraform git git-lfs hg curl wget jq yq sqlite3 psql mysql redis-server redis-cli protoc"
                            + " buf shellcheck shfmt bats elixir mix erl rebar3 ghc cabal stack ocaml dune opam zig"
                            + " flutter dart nix mise asdf direnv xvfb-run chromium google-chrome firefox golangci-lint R Rscript"
                            + " julia lua luarocks busted timeout unzip zip tar gzip xz patch rsync openssl ssh time")
                    .split(" "));

    /** Programs that a setup command of the task may install, and no work without one. */
    private static final Set<String> INSTALLABLE = Set.of(
            "pytest",
            "tox",
            "nox",
            "pre-commit",
            "mypy",
            "ruff",
            "black",
            "flake8",
            "pylint",
            "coverage",
            "poetry",
            "pdm",
            "pipenv",
            "hatch");

    /** Or loads functions. */
    private static final Pattern INSTALLS =
            Pattern.compile("\\binstall\\b|\\bPATH=|\\bbuild\\b|(?:^|[;&|(\\s])(?:\\.|source)\\s");

    private MissingProgram() {}

    static Optional<HostObstacle> of(RedBase red) {
        if (red.tested()) {
            return Optional.empty();
        }
        for (String program : named(red.output())) {
            Optional<HostObstacle> obstacle = of(red, program);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private static Set<String> named(String output) {
        Set<String> programs = new LinkedHashSet<>();
        for (Pattern pattern : SAID) {
            Matcher said = pattern.matcher(output);
            while (said.find()) {
                programs.add(said.group(1));
            }
        }
        return programs;
    }

    private static Optional<HostObstacle> of(RedBase red, String program) {
        Manifests manifests = new Manifests(red.here());
        Optional<String> manifest = manifests.nodeProgram(program);
        if (manifest.isPresent()) {
            return Optional.of(red.setup(
                    MissingPackage.notInstalled(red, program, manifest.get()), manifests.nodeInstall(manifest.get())));
        }
        if (!endedForIt(red) || (!OF_HOST.contains(program) && mayBeWork(red, program))) {
            return Optional.empty();
        }
        return Optional.of(red.obstacle(
                "the program %s is not found".formatted(program),
                "install it on this host, where the user that Pawl runs as finds it, or name other 'checks'"));
    }

    /** Whether a shell gave the check its exit code because it found no program. */
    private static boolean endedForIt(RedBase red) {
        Integer exitCode = red.evidence().exitCode();
        return exitCode != null
                && (exitCode == 127 || exitCode == 126 || red.output().contains("Error 127"));
    }

    /** Whether the program may appear once the work is done. */
    private static boolean mayBeWork(RedBase red, String program) {
        Pattern name = Pattern.compile("(?:.*/)?" + Pattern.quote(program) + "(?:\\.[^/]*|/.*)?");
        if (!red.request().setup().isEmpty() || installs(red.check().run())) {
            return true;
        }
        return !INSTALLABLE.contains(program)
                && (red.wanted(program)
                        || red.here().has("package.json")
                        || red.base().files().stream()
                                .anyMatch(path -> name.matcher(path).matches() || provides(red, path, program)));
    }

    private static boolean installs(String command) {
        return INSTALLS.matcher(command).find();
    }

    private static boolean provides(RedBase red, String path, String program) {
        return Pattern.compile(
                                "(?:.*/)?(?:pyproject\\.toml|setup\\.(?:py|cfg)|package\\.json|Cargo\\.toml|go\\.mod|composer\\.json)")
                        .matcher(path)
                        .matches()
                && red.base().text(path).contains(program);
    }
}
