package dev.pawl.evidence.reach;

import dev.pawl.evidence.tree.PathGlob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Test runners and linters: the tests that they find by their own patterns, and the configuration that they read. */
final class TestRunners {
    /**
     * @param tests files that the runner finds if it is given none, below its working directory
     * @param configuration files that it reads by default
     * @param judgesArguments whether its file arguments are what is checked, and not tests
     */
    private record Runner(List<PathGlob> tests, List<PathGlob> configuration, boolean judgesArguments) {}

    private static final Map<String, Runner> ALL = new TreeMap<>();

    static {
        String ext = "{js,cjs,mjs,ts,cts,mts,jsx,tsx}";
        tests(
                "node",
                List.of(
                        "**/*.test." + ext,
                        "**/*-test." + ext,
                        "**/*_test." + ext,
                        "**/test-*." + ext,
                        "**/test." + ext,
                        "**/test/**/*." + ext),
                List.of());
        tests("bun", List.of("**/*.{test,spec}." + ext, "**/*_{test,spec}." + ext), List.of("**/bunfig.toml"));
        tests(
                "deno",
                List.of("**/*.test." + ext, "**/*_test." + ext, "**/test." + ext),
                List.of("**/deno.{json,jsonc}"));
        tests(
                "jest",
                List.of("**/*.{test,spec}." + ext, "**/__tests__/**"),
                List.of("**/jest.config.*", "**/.babelrc*", "**/babel.config.*"));
        tests(
                "vitest",
                List.of("**/*.{test,spec}." + ext),
                List.of("**/{vitest,vite}.config.*", "**/vitest.workspace.*"));
        tests("mocha", List.of("**/test/*." + ext), List.of("**/.mocharc*"));
        tests(
                "ava",
                List.of("**/test.js", "**/test-*.js", "**/*.test.js", "**/{test,tests,__tests__}/**"),
                List.of("**/ava.config.*"));
        tests(
                "tap",
                List.of("**/{tap,test,tests,__tests__}/**", "**/*.{tap,test,tests,spec}." + ext),
                List.of("**/.taprc"));
        tests("jasmine", List.of("**/spec/**"), List.of("**/jasmine.{json,js,mjs}"));
        tests("karma", List.of(), List.of("**/karma.conf.*"));
        tests("cypress", List.of("**/cypress/**"), List.of("**/cypress.config.*"));
        tests("playwright", List.of("**/*.{test,spec}." + ext), List.of("**/playwright.config.*"));
        tests("tape", List.of(), List.of());
        tests("pytest", List.of(), List.of());
        tests("py.test", List.of(), List.of());
        tests("unittest", List.of(), List.of());
        tests("nose2", List.of(), List.of("**/{unittest,nose2}.cfg"));
        tests("bats", List.of(), List.of("**/setup_suite.bash"));
        tests("prove", List.of("t/**"), List.of("**/.proverc"));
        tests("rspec", List.of("spec/**"), List.of("**/.rspec"));
        tests("phpunit", List.of("**/*Test.php"), List.of("**/phpunit.xml", "**/phpunit.{xml.dist,dist.xml}"));
        tests("pest", List.of("tests/**"), List.of("**/phpunit.xml", "**/phpunit.{xml.dist,dist.xml}"));
        tests("busted", List.of("spec/**"), List.of("**/.busted"));
        tests("shellspec", List.of("spec/**"), List.of("**/.shellspec"));
        tests("crystal", List.of("spec/**"), List.of());
        tests("mix", List.of("test/**"), List.of("**/.formatter.exs"));
        tests("swift", List.of("Tests/**"), List.of());
        tests("dart", List.of("**/*_test.dart"), List.of("**/dart_test.yaml"));
        tests("flutter", List.of("**/*_test.dart"), List.of("**/dart_test.yaml"));
        tests(
                "dotnet",
                List.of("**/*.{Tests,Test,UnitTests,IntegrationTests}/**", "**/*Tests.{cs,fs,vb}"),
                List.of(
                        "**/*.runsettings",
                        "**/{Directory.Build.props,Directory.Build.targets,global.json,xunit.runner.json}"));
        linter("tsc", List.of("**/tsconfig*.json"));
        linter("vue-tsc", List.of("**/tsconfig*.json"));
        linter("eslint", List.of("**/eslint.config.*", "**/.eslintrc*", "**/.eslintignore"));
        linter("biome", List.of("**/biome.{json,jsonc}"));
        linter("oxlint", List.of("**/.oxlintrc.json"));
        linter("stylelint", List.of("**/.stylelintrc*", "**/stylelint.config.*"));
        linter("prettier", List.of("**/.prettierrc*", "**/prettier.config.*", "**/.prettierignore"));
        linter("ruff", List.of("**/{ruff,.ruff}.toml"));
        linter("mypy", List.of("**/{mypy,.mypy}.ini"));
        linter("pyright", List.of("**/pyrightconfig.json"));
        linter("flake8", List.of("**/.flake8"));
        linter("pylint", List.of("**/{.pylintrc,pylintrc}"));
        linter("black", List.of());
        linter("golangci-lint", List.of("**/.golangci.{yml,yaml,toml,json}"));
        linter("staticcheck", List.of("**/staticcheck.conf"));
        linter("rubocop", List.of("**/.rubocop*.yml"));
        linter("standardrb", List.of("**/.standard.yml"));
        linter("phpstan", List.of("**/phpstan*.{neon,dist}"));
        linter("psalm", List.of("**/psalm.xml", "**/psalm.xml.dist"));
        linter("phpcs", List.of("**/{.phpcs,phpcs}.xml", "**/phpcs.xml.dist"));
        linter("perlcritic", List.of("**/.perlcriticrc"));
        linter("luacheck", List.of("**/.luacheckrc"));
        linter("clang-tidy", List.of("**/.clang-tidy"));
        linter("clang-format", List.of("**/.clang-format"));
        linter("rustfmt", List.of("**/{rustfmt,.rustfmt}.toml"));
        linter("go", List.of());
    }

    /** Keys of configuration whose values name code that runs around the tests, or more configuration. */
    private static final Pattern LOADS = Pattern.compile(
            "[\"']?(?:setupFiles|setupFilesAfterEnv|setupFilesAfterEach|globalSetup|globalTeardown|testEnvironment|reporters?"
                    + "|transform|resolver|runner|testRunner|snapshotSerializers|snapshotResolver|snapshotEnvironment|preset|require"
                    + "|import|loader|extends|helpers|plugins|bootstrap|projects)[\"']?\\s*[:=]\\s*(\\[[^\\]]*]|\\{[^}]*}|[\"'][^\"']*[\"'])");

    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\s]+)[\"']");
    private static final List<String> ENDINGS =
            List.of("", ".js", ".cjs", ".mjs", ".ts", ".cts", ".mts", ".json", "/index.js", "/index.ts");

    private TestRunners() {}

    private static void tests(String program, List<String> tests, List<String> configuration) {
        ALL.put(program, new Runner(PathGlob.all(tests), PathGlob.all(configuration), false));
    }

    private static void linter(String program, List<String> configuration) {
        ALL.put(program, new Runner(List.of(), PathGlob.all(configuration), true));
    }

    /** @return whether the program is one of these */
    static boolean run(String program, Call call, Trail trail) {
        Runner runner = ALL.get(program);
        if (runner == null) {
            return false;
        }
        for (String option :
                List.of("-c", "--config", "-p", "--project", "-r", "--require", "--import", "--setup-file")) {
            call.option(option).ifPresent(word -> configured(call, word, trail));
        }
        trail.base().files().stream()
                .filter(path -> PathGlob.any(runner.configuration(), path) && !path.contains("node_modules/"))
                .toList()
                .forEach(path -> configuration(path, call.why() + " → configuration of " + program, 0, trail));
        if (!runner.judgesArguments()) {
            call.arguments().forEach(word -> given(call, word, trail));
            trail.ownAll(
                    call.place(),
                    path -> PathGlob.any(runner.tests(), path) && !path.contains("node_modules/"),
                    call.why() + " → found by " + program);
        }
        return true;
    }

    /** A file, or files by a pattern; a directory is no test. */
    private static void given(Call call, String word, Trail trail) {
        String file = word.contains("::") ? word.substring(0, word.indexOf("::")) : word;
        if (file.contains("*")) {
            PathGlob glob = PathGlob.of(file);
            trail.ownAll(call.place(), glob::matches, call.why());
        } else {
            trail.own(call, file);
        }
    }

    private static void configured(Call call, String word, Trail trail) {
        Optional<String> file =
                trail.file(call.place(), word).or(() -> trail.file(call.place(), word + "/tsconfig.json"));
        file.ifPresent(path -> configuration(path, call.why(), 0, trail));
    }

    /** The file, and recursively the files that it loads. */
    private static void configuration(String path, String why, int depth, Trail trail) {
        if (depth > 8 || trail.files().containsKey(path) || !trail.own(path, why)) {
            return;
        }
        Place place = Place.of(path);
        Matcher loads = LOADS.matcher(trail.text(path).orElse(""));
        while (loads.find()) {
            Matcher quoted = QUOTED.matcher(loads.group(1));
            while (quoted.find()) {
                String word = quoted.group(1).replace("<rootDir>/", "./");
                ENDINGS.stream()
                        .map(ending -> trail.file(place, word + ending))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(found -> configuration(found, why + " → " + path, depth + 1, trail));
            }
        }
    }
}
