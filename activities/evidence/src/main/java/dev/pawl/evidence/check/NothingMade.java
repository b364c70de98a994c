package dev.pawl.evidence.check;

import dev.pawl.evidence.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Detects runs of make that made nothing, since a file or directory of the workspace has the name of the target. */
final class NothingMade {
    private static final Pattern UP_TO_DATE =
            Pattern.compile("(?m)^g?make(?:\\[\\d+])?: [`']([^'/.]+)' is up to date\\.$");

    /** Targets that name an action, never a file to make. */
    private static final Set<String> CHECKS =
            Set.of("test", "tests", "check", "checks", "lint", "verify", "ci", "unit", "spec", "e2e", "all");

    private NothingMade() {}

    /** @return one line; empty if make ran its target, or was not run */
    static String reason(String output, Path directory) {
        Matcher matcher = UP_TO_DATE.matcher(PlainText.of(output));
        while (matcher.find()) {
            String target = matcher.group(1);
            if (CHECKS.contains(target) || Files.isDirectory(directory.resolve(target))) {
                return "make ran nothing, since '%s' in the workspace has the name of its target".formatted(target);
            }
        }
        return "";
    }
}
