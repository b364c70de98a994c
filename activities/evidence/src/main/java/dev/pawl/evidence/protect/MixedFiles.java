package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Build files that hold both dependencies, which are the work's, and the configuration of test runs, which is the
 * base's. The parts that steer a test run must not change unless the task declares the file.
 */
final class MixedFiles {
    /** @param steering returns the parts that steer a test run, given the text and the scripts that checks start */
    private record Kind(
            PathGlob name, Predicate<CheckCommand> usedBy, BiFunction<String, Set<String>, String> steering) {
        Kind(PathGlob name, Predicate<CheckCommand> usedBy, Function<String, String> steering) {
            this(name, usedBy, (text, scripts) -> steering.apply(text));
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(PathGlob.of("**/package.json"), CheckCommand::usesNode, PackageJson::steering),
            new Kind(PathGlob.of("**/pyproject.toml"), CheckCommand::usesPython, TomlParts::python),
            new Kind(PathGlob.of("**/setup.cfg"), CheckCommand::usesPython, SetupCfg::steering),
            new Kind(PathGlob.of("**/pom.xml"), command -> command.uses("mvnw?|mvnd"), PomXml::steering),
            new Kind(
                    PathGlob.of("**/composer.json"),
                    command -> command.uses("composer|php|phpunit|pest"),
                    ComposerJson::steering),
            new Kind(PathGlob.of("**/Cargo.toml"), command -> command.uses("cargo"), TomlParts::cargo),
            new Kind(
                    PathGlob.of("**/build.{gradle,gradle.kts}"),
                    command -> command.uses("gradlew?"),
                    BuildScript::gradle),
            new Kind(
                    PathGlob.of("**/settings.{gradle,gradle.kts}"),
                    command -> command.uses("gradlew?"),
                    BuildScript::gradleSettings),
            new Kind(PathGlob.of("**/go.mod"), command -> command.uses("go"), BuildScript::goModule));

    private MixedFiles() {}

    /** Mixed files whose steering parts differ between the two states, in order. */
    static List<String> steered(FileTree base, FileTree result, Set<String> changed, ProtectedFiles files) {
        return changed.stream()
                .filter(path -> RunnerFiles.mixed(path) && !files.grants().mayChange(path))
                .filter(path -> files.wanted(path)
                        ? !keepsScripts(path, base, result, files.scripts(path))
                        : steered(path, base, result, files))
                .toList();
    }

    /** A declared file may change, but not the script that a check starts. */
    private static boolean keepsScripts(String path, FileTree base, FileTree result, Set<String> scripts) {
        return PackageJson.scripts(base.text(path), scripts).equals(PackageJson.scripts(result.text(path), scripts));
    }

    private static boolean steered(String path, FileTree base, FileTree result, ProtectedFiles files) {
        if (!base.has(path) && path.endsWith("/pom.xml") && PomXml.plainModule(result.text(path))) {
            return false;
        }
        Set<String> scripts = scripts(path, base, files);
        return KINDS.stream()
                        .filter(kind -> kind.name().matches(path))
                        .filter(kind -> files.commands().stream().anyMatch(kind.usedBy()))
                        .anyMatch(kind -> !part(kind, base, path, scripts).equals(part(kind, result, path, scripts)))
                || PomXml.dropsModule(path, base.text(path), result.text(path));
    }

    /**
     * If the scripts that checks start are unknown, all scripts of the base; a new script was never started by a check.
     */
    private static Set<String> scripts(String path, FileTree base, ProtectedFiles files) {
        Set<String> started = files.scripts(path);
        return started.isEmpty() && base.has(path) ? PackageJson.names(base.text(path)) : started;
    }

    private static String part(Kind kind, FileTree tree, String path, Set<String> scripts) {
        String text = tree.text(path);
        return text.isBlank() ? "" : kind.steering().apply(text, scripts);
    }
}
