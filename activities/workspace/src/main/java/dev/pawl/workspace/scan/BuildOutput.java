package dev.pawl.workspace.scan;

import dev.pawl.workspace.git.RawPath;
import java.util.List;
import java.util.Map;

/**
 * Where build tools put what they make, known by the file beside it that they are run with. The same names are used for
 * sources elsewhere.
 */
final class BuildOutput {
    private static final Map<String, List<String>> SOURCES = Map.of(
            "target", List.of("Cargo.toml", "pom.xml", "build.sbt"),
            "build", List.of("build.gradle", "build.gradle.kts"));

    private BuildOutput() {}

    /** Raw paths of the files of which one makes this directory one of build output; empty for most names. */
    static List<String> sources(String directory) {
        String parent = RawPath.parent(directory);
        String name = parent.isEmpty() ? directory : directory.substring(parent.length() + 1);
        return SOURCES.getOrDefault(name, List.of()).stream()
                .map(source -> RawPath.child(parent, source))
                .toList();
    }
}
