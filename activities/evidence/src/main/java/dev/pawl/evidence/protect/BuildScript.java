package dev.pawl.evidence.protect;

import java.util.List;
import java.util.regex.Pattern;

/** Reduces build scripts to everything but plain lists of dependencies. */
final class BuildScript {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "\\s*(?:implementation|api|compileOnly|runtimeOnly|testImplementation|testRuntimeOnly|testCompileOnly)"
                    + "\\s*\\(?\\s*[\"'][^\"'$]+[\"']\\s*\\)?\\s*");
    private static final Pattern REQUIRED = Pattern.compile("\\s*(?:require\\s+)?\\S+\\s+v\\d\\S*(?:\\s*//.*)?");
    private static final Pattern GO_LAYOUT = Pattern.compile(
            "\\s*(?:(?:require|exclude|retract)\\s*\\(|\\)|(?:go|toolchain)\\s+\\S+|(?:exclude|retract)\\s.*|//.*)\\s*");
    private static final Pattern INCLUDED = Pattern.compile("\\s*(?:include\\b.*|//.*|[\"'][\\w:/-]+[\"']\\s*[,)]*)");

    private BuildScript() {}

    static String gradle(String text) {
        return without(text, List.of(DEPENDENCY));
    }

    /** Without the list of projects: if a project is removed, its tests are missing anyway. */
    static String gradleSettings(String text) {
        return without(text, List.of(INCLUDED));
    }

    static String goModule(String text) {
        return without(text, List.of(REQUIRED, GO_LAYOUT));
    }

    private static String without(String text, List<Pattern> harmless) {
        StringBuilder rest = new StringBuilder();
        for (String line : text.lines().toList()) {
            boolean plain =
                    harmless.stream().anyMatch(pattern -> pattern.matcher(line).matches());
            if (!plain && !line.isBlank()) {
                rest.append(line.strip()).append('\n');
            }
        }
        return rest.toString();
    }
}
