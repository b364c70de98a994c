package dev.pawl.evidence.reach;

import dev.pawl.evidence.tree.PathGlob;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a build of Gradle reads to test: its scripts, the wrapper, tests, and settings of the tools that judge. */
final class GradleBuild {
    private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");
    private static final List<PathGlob> SCRIPTS = PathGlob.all(List.of(
            "{gradlew,gradle.properties}",
            "**/{build,settings,init}.{gradle,gradle.kts}",
            "gradle/wrapper/**",
            "{buildSrc,build-logic}/**",
            "**/config/{checkstyle,pmd,codenarc,spotbugs,detekt,ktlint}/**"));
    private static final List<PathGlob> TESTS =
            PathGlob.all(List.of("**/src/{test,it,integrationTest,functionalTest,testFixtures}/**"));

    private static final Pattern APPLIED =
            Pattern.compile("\\bapply\\s*\\(?\\s*(?:from\\s*[:=]|\\{\\s*from\\()\\s*[\"']([^\"'$]+)[\"']");
    private static final Pattern ROOT = Pattern.compile("\\$\\{?(?:rootDir|rootProject\\.projectDir|projectDir)}?/");

    /** A script that lists dependencies is none. */
    private static final Pattern STEERS = Pattern.compile(
            "\\buseJUnit|\\btasks?\\b|\\btest\\s*\\{|\\bignoreFailures|\\b(?:checkstyle|pmd|spotbugs|jacoco|detekt|Exec)\\b");

    private GradleBuild() {}

    static void run(Call call, Trail trail) {
        Place given =
                call.option("-p", "--project-dir").flatMap(call.place()::in).orElse(call.place());
        Place root = trail.nearest(given, SETTINGS).map(Place::of).orElse(given);
        trail.own(call, call.words().getFirst());
        trail.ownAll(root, path -> PathGlob.any(SCRIPTS, path), call.why() + " → configuration of Gradle");
        trail.ownAll(root, path -> PathGlob.any(TESTS, path), call.why() + " → tests of Gradle");
        trail.base().files().stream()
                .filter(path -> path.endsWith(".gradle") || path.endsWith(".gradle.kts"))
                .toList()
                .forEach(script -> applied(script, root, call.why(), trail));
    }

    private static void applied(String script, Place root, String why, Trail trail) {
        Matcher applied =
                APPLIED.matcher(ROOT.matcher(trail.text(script).orElse("")).replaceAll(""));
        while (applied.find()) {
            Optional<String> file =
                    trail.file(Place.of(script), applied.group(1)).or(() -> trail.file(root, applied.group(1)));
            file.filter(path -> STEERS.matcher(trail.text(path).orElse("")).find())
                    .ifPresent(path -> trail.own(path, why + " → " + script));
        }
    }
}
