package dev.pawl.workspace.integration;

import java.util.Optional;

/**
 * The message of the one commit that a package is integrated with.
 *
 * @param title of the package
 * @param decidedBy who accepted the result
 */
public record PackageCommit(String planId, String packageId, String taskId, String title, String decidedBy) {
    private static final String PLAN = "Pawl-Plan: ";
    private static final String PACKAGE = "Pawl-Package: ";
    private static final String TASK = "Pawl-Task: ";
    private static final String DECISION = "Pawl-Decision: ";

    /** A title, an empty line, the trailers: each value is one line, so that none can forge another. */
    String text() {
        String title = line(this.title);
        return "%s\n\n%s%s\n%s%s\n%s%s\n%s%s\n"
                .formatted(
                        title.isEmpty() ? line(packageId) : title,
                        PLAN,
                        line(planId),
                        PACKAGE,
                        line(packageId),
                        TASK,
                        line(taskId),
                        DECISION,
                        line(decidedBy));
    }

    /** The id of the task whose result a commit of this plan is; empty for any other commit. */
    static Optional<String> read(String entry, String planId) {
        String trailers = entry.strip();
        int from = trailers.lastIndexOf("\n\n");
        if (from < 0) {
            return Optional.empty();
        }
        return value(trailers, from, PLAN).filter(line(planId)::equals).flatMap(plan -> value(trailers, from, TASK));
    }

    private static Optional<String> value(String message, int from, String trailer) {
        return message.substring(from)
                .lines()
                .filter(line -> line.startsWith(trailer))
                .map(line -> line.substring(trailer.length()))
                .findFirst();
    }

    /** Printable, and at most what a line of a message can be. */
    public static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, 500).strip();
    }
}
