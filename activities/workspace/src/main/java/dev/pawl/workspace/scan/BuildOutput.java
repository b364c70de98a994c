package dev.pawl.workspace.scan;

import dev.pawl.workspace.git.RawPath;
import java.util.List;
import java.util.Map;

/**
 * Output directories of build tools, recognised by the build file beside them. Elsewhere, directories of these names
 * may contain sources.
 */
final class BuildOutput {
    private static final Map<String, List<String>> SOURCES = Map.of(
            "target", List.of("Cargo.toml", "pom.xml", "build.sbt"),
            "build", List.of("build.gradle", "build.gradle.kts"));

    private BuildOutput() {}

    /** Raw paths of files, any of which makes this directory build output; empty for most names. */
    static List<String> sources(String directory) {
        String parent = RawPath.parent(directory);
        String name = parent.isEmpty() ? directory : directory.substring(parent.length() + 1);
        return SOURCES.getOrDefault(name, List.of()).stream()
                .map(source -> RawPath.child(parent, source))
                .toList();
    }
}
