package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Evidence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a check failed, as far as its output shows it: enough to distinguish assertions, whatever value the work gave
 * them.
 *
 * @param tests names of red tests
 * @param places in files, such as {@code test_add.py:12}, without directories
 * @param line the first line that names the failure; for output without a place
 */
public record FailedCheck(String check, List<String> tests, List<String> places, String line) {
    private static final int MAX = 20;
    private static final int MAX_TEXT = 200;

    /** A file and a line, as Python, Node, Go, Java, Rust, Perl and compilers write them. */
    private static final Pattern PLACE =
            Pattern.compile("([A-Za-z0-9_.@+-]{1,100}\\.[A-Za-z]{1,5})(?:\"?, line |:|\\(|\\s+line\\s+)(\\d{1,6})");

    private static final Pattern RELEVANT = Pattern.compile("(?i).*(?:fail|error|expected|assert|not ok|differ).*");

    public FailedCheck {
        tests = List.copyOf(tests);
        places = List.copyOf(places);
    }

    /** Of the red checks. */
    static List<FailedCheck> of(@Nullable Evidence evidence) {
        return evidence == null
                ? List.of()
                : evidence.checks().stream()
                        .filter(check -> !check.satisfied())
                        .limit(MAX)
                        .map(FailedCheck::of)
                        .toList();
    }

    private static FailedCheck of(CheckEvidence check) {
        String output = output(check);
        return new FailedCheck(
                check.name(),
                check.failures().stream().limit(MAX).map(FailedCheck::cut).toList(),
                PLACE.matcher(output)
                        .results()
                        .map(found -> found.group(1) + ":" + found.group(2))
                        .distinct()
                        .limit(MAX)
                        .toList(),
                output.lines()
                        .filter(RELEVANT.asMatchPredicate())
                        .findFirst()
                        .map(line -> cut(line.strip()))
                        .orElse(""));
    }

    /** Without Pawl's own line. */
    private static String output(CheckEvidence check) {
        String excerpt = check.excerpt();
        int end = excerpt.startsWith(CheckEvidence.REASON) ? excerpt.indexOf('\n') : -1;
        return excerpt.startsWith(CheckEvidence.REASON) ? excerpt.substring(end < 0 ? excerpt.length() : end) : excerpt;
    }

    /** Says in one line that two different results failed a check at the same assertion; absent if none did. */
    static Optional<String> twice(List<FailedCheck> before, List<FailedCheck> now) {
        return now.stream()
                .map(failed -> before.stream()
                        .filter(earlier -> earlier.check.equals(failed.check))
                        .findFirst()
                        .map(failed::sameAs)
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable String sameAs(FailedCheck earlier) {
        Optional<String> test = first(tests, earlier.tests::contains);
        boolean otherTest = test.isEmpty() && (!tests.isEmpty() || !earlier.tests.isEmpty());
        Optional<String> place = first(places, earlier.places::contains);
        boolean noPlaces = places.isEmpty() && earlier.places.isEmpty();
        boolean sameLine = noPlaces && !line.isEmpty() && line.equals(earlier.line);
        if (otherTest || (place.isEmpty() && !sameLine)) {
            return null;
        }
        String where = place.orElse(line);
        return "two different results failed check '%s' at the same assertion (%s): the check may contradict the task"
                .formatted(check, test.map(name -> name + ", " + where).orElse(where));
    }

    private static Optional<String> first(List<String> all, Predicate<String> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
