package dev.pawl.activities.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Build files that hold dependencies (the work's) beside what runs the tests (the base's). The parts that steer a test run
 * have to stay as they are, unless the task declares the file as a result.
 */
final class MixedFiles {
    /** @param steering the parts that steer a test run, equal for equal effect; empty for none */
    private record Kind(PathGlob name, Predicate<CheckCommand> usedBy, Function<String, String> steering) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(PathGlob.of("**/package.json"), CheckCommand::usesNode, PackageJson::steering),
            new Kind(PathGlob.of("**/pyproject.toml"), CheckCommand::usesPython, TomlParts::python),
            new Kind(PathGlob.of("**/setup.cfg"), CheckCommand::usesPython, SetupCfg::steering),
            new Kind(PathGlob.of("**/pom.xml"), command -> command.uses("mvnw?|mvnd"), PomXml::steering),
            new Kind(PathGlob.of("**/Cargo.toml"), command -> command.uses("cargo"), TomlParts::cargo),
            new Kind(
                    PathGlob.of("**/build.{gradle,gradle.kts}"),
                    command -> command.uses("gradlew?"),
                    BuildScript::gradle),
            new Kind(PathGlob.of("**/go.mod"), command -> command.uses("go"), BuildScript::goModule));

    private MixedFiles() {}

    /** Mixed files whose steering parts differ between the two states, in order. */
    static List<String> steered(FileTree base, FileTree result, Set<String> changed, ProtectedFiles files) {
        return changed.stream()
                .filter(path -> RunnerFiles.mixed(path) && !files.wanted(path))
                .filter(path -> steered(path, base, result, files.commands()))
                .toList();
    }

    private static boolean steered(String path, FileTree base, FileTree result, List<CheckCommand> commands) {
        return KINDS.stream()
                .filter(kind -> kind.name().matches(path))
                .filter(kind -> commands.stream().anyMatch(kind.usedBy()))
                .anyMatch(kind -> !part(kind, base, path).equals(part(kind, result, path)));
    }

    private static String part(Kind kind, FileTree tree, String path) {
        String text = tree.text(path);
        return text.isBlank() ? "" : kind.steering().apply(text);
    }
}
