package dev.pawl.evidence.check;

import dev.pawl.evidence.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of make that made nothing, since something in the workspace has the name of its target. */
final class NothingMade {
    private static final Pattern UP_TO_DATE =
            Pattern.compile("(?m)^g?make(?:\\[\\d+])?: [`']([^'/.]+)' is up to date\\.$");

    /** Nobody names a result so. */
    private static final Set<String> CHECKS =
            Set.of("test", "tests", "check", "checks", "lint", "verify", "ci", "unit", "spec", "e2e", "all");

    private NothingMade() {}

    /** @return one line; empty if make ran what it was asked for, or no make ran */
    static String reason(String output, Path directory) {
        Matcher matcher = UP_TO_DATE.matcher(PlainText.of(output));
        while (matcher.find()) {
            String target = matcher.group(1);
            if (CHECKS.contains(target) || Files.isDirectory(directory.resolve(target))) {
                return "make ran nothing: it took '%s' in the workspace for its target".formatted(target);
            }
        }
        return "";
    }
}
