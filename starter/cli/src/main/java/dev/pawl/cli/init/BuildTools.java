package dev.pawl.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Projects whose build tool has one way to test. */
final class BuildTools {
    private static final Pattern MAKE_TARGET = Pattern.compile("(?m)^(test|check)\\s*:(?!=)");
    private static final Pattern COMPOSER_TEST = Pattern.compile("\"test\"\\s*:");
    private static final Pattern RAKE_TEST = Pattern.compile("TestTask|task\\s+:?test\\b");

    private final Tree tree;
    private final List<Project> found = new ArrayList<>();

    private BuildTools(Tree tree) {
        this.tree = tree;
    }

    static List<Project> of(Tree tree) {
        BuildTools tools = new BuildTools(tree);
        tools.jvm();
        tools.compiled();
        tools.scripted();
        return tools.found;
    }

    private void add(String kind, List<String> setup, String... checks) {
        found.add(Project.of(kind, setup, List.of(checks)));
    }

    private void jvm() {
        if (tree.has("pom.xml")) {
            add("Java (Maven)", List.of(), (tree.has("mvnw") ? "./mvnw" : "mvn") + " -B test");
        }
        if (List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts").stream()
                .anyMatch(tree::has)) {
            add("JVM (Gradle)", List.of(), (tree.has("gradlew") ? "./gradlew" : "gradle") + " --console=plain test");
        }
        if (tree.has("build.sbt")) {
            add("Scala (sbt)", List.of(), "sbt test");
        }
    }

    private void compiled() {
        if (tree.has("go.mod")) {
            add("Go", List.of(), "go test ./...");
        }
        if (tree.has("Cargo.toml")) {
            add("Rust (Cargo)", List.of(), "cargo test");
        }
        if (tree.has("Package.swift")) {
            add("Swift", List.of(), "swift test");
        }
        if (tree.files().stream().anyMatch(name -> name.matches("(?i).+\\.(slnx?|csproj|fsproj)"))) {
            add(".NET", List.of(), "dotnet test");
        }
        if (tree.has("CMakeLists.txt") && tree.text("CMakeLists.txt").contains("enable_testing")) {
            add(
                    "CMake",
                    List.of("cmake -S . -B build"),
                    "cmake --build build && ctest --test-dir build --output-on-failure");
        }
    }

    private void scripted() {
        if (tree.has("Gemfile")) {
            boolean rspec = tree.has(".rspec") || tree.has("spec");
            boolean rake = RAKE_TEST.matcher(tree.text("Rakefile")).find();
            if (rspec || rake) {
                add("Ruby (Bundler)", List.of("bundle install"), rspec ? "bundle exec rspec" : "bundle exec rake test");
            }
        }
        if (tree.has("composer.json")) {
            boolean script = COMPOSER_TEST.matcher(tree.text("composer.json")).find();
            boolean phpunit = tree.has("phpunit.xml") || tree.has("phpunit.xml.dist");
            if (script || phpunit) {
                add("PHP (Composer)", List.of("composer install"), script ? "composer test" : "vendor/bin/phpunit");
            }
        }
        if (tree.has("mix.exs")) {
            add("Elixir (mix)", List.of("mix deps.get"), "mix test");
        }
        if (tree.has("deno.json") || tree.has("deno.jsonc")) {
            add("Deno", List.of(), "deno test");
        }
    }

    /** For a project that nothing else knows how to test. */
    static Optional<Project> make(Tree tree) {
        return List.of("GNUmakefile", "makefile", "Makefile").stream()
                .map(file -> MAKE_TARGET.matcher(tree.text(file)))
                .filter(Matcher::find)
                .findFirst()
                .map(target -> Project.of("make", List.of(), List.of("make " + target.group(1))));
    }
}
