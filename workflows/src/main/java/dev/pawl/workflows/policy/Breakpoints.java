package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.WatchedPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The breakpoints of a task that are reached after an iteration. */
final class Breakpoints {
    /** What the task would do next. */
    private enum Next {
        ACCEPT,
        AFTER_RED,
        RETRY
    }

    private final PolicyInput input;
    private final Next next;

    private Breakpoints(PolicyInput input, Next next) {
        this.input = input;
        this.next = next;
    }

    /** @param why it is reached, in a few words; may be empty */
    record Reached(Breakpoint breakpoint, String why) {
        String reason() {
            return "breakpoint " + breakpoint.text() + (why.isEmpty() ? "" : " (" + why + ")");
        }
    }

    /** Before a green result is accepted. */
    static List<Reached> beforeAccept(PolicyInput input) {
        return new Breakpoints(input, Next.ACCEPT).reached();
    }

    /** Those about red checks. */
    static List<Reached> onRed(PolicyInput input) {
        return new Breakpoints(input, Next.AFTER_RED).reached();
    }

    /** Before another iteration. A condition about which a person was asked already is not reached again. */
    static List<Reached> beforeRetry(PolicyInput input) {
        List<Breakpoint> passed = input.history().passed();
        return new Breakpoints(input, Next.RETRY)
                .reached().stream()
                        .filter(reached -> !passed.contains(reached.breakpoint()))
                        .toList();
    }

    /** Those that do not ask again before another iteration. */
    static List<Breakpoint> conditions(List<Breakpoint> reached) {
        return reached.stream()
                .filter(breakpoint ->
                        !(breakpoint instanceof Breakpoint.At) && !(breakpoint instanceof Breakpoint.CheckFailed))
                .toList();
    }

    /** For a question: the texts of conditions; empty if only moments are reached. */
    static String named(List<Reached> reached) {
        return conditions(breakpoints(reached)).stream().map(Breakpoint::text).collect(Collectors.joining("; "));
    }

    static List<Breakpoint> breakpoints(List<Reached> reached) {
        return reached.stream().map(Reached::breakpoint).toList();
    }

    private List<Reached> reached() {
        return input.breakpoints().stream()
                .flatMap(breakpoint -> why(breakpoint).map(why -> new Reached(breakpoint, why)).stream())
                .toList();
    }

    private Optional<String> why(Breakpoint breakpoint) {
        return switch (breakpoint) {
            case Breakpoint.At at -> now(at.moment()) ? Optional.of("") : Optional.empty();
            case Breakpoint.CheckFailed failed -> next == Next.AFTER_RED ? red(failed.check()) : Optional.empty();
            case Breakpoint.ScoreBelow below -> next == Next.AFTER_RED ? Optional.empty() : scored(below.score());
            case Breakpoint.CostAbove above -> next == Next.RETRY ? spent(above.usd()) : Optional.empty();
            case Breakpoint.IterationsOver over ->
                next == Next.RETRY && input.iteration() >= over.iterations()
                        ? Optional.of("iteration %d would be next".formatted(input.iteration() + 1))
                        : Optional.empty();
            case Breakpoint.FilesMatching files -> next == Next.AFTER_RED ? Optional.empty() : touched(files.globs());
            case Breakpoint.DiffOver over -> next == Next.AFTER_RED ? Optional.empty() : larger(over.lines());
        };
    }

    private boolean now(BreakpointMoment moment) {
        return switch (moment) {
            case BEFORE_ACCEPT -> next == Next.ACCEPT;
            // The result is accepted by then: the workflow asks.
            case BEFORE_DELIVER -> false;
            case AFTER_ITERATION -> next == Next.RETRY;
            case ON_RED_CHECK -> next == Next.AFTER_RED && redChecks().findAny().isPresent();
        };
    }

    private Optional<String> red(String name) {
        return redChecks()
                .filter(check -> check.name().equals(name))
                .map(CheckEvidence::reason)
                .findFirst();
    }

    private Stream<CheckEvidence> redChecks() {
        return evidence().stream()
                .flatMap(evidence -> evidence.checks().stream())
                .filter(check -> !check.satisfied());
    }

    private Optional<String> scored(double least) {
        double score = DecisionPolicy.score(input);
        return score < least ? Optional.of(String.format(Locale.ROOT, "the score is %.2f", score)) : Optional.empty();
    }

    private Optional<String> spent(BigDecimal most) {
        BigDecimal cost = input.spent().costUsd();
        return cost != null && cost.compareTo(most) > 0
                ? Optional.of("$" + cost.toPlainString() + " so far")
                : Optional.empty();
    }

    private Optional<String> touched(List<String> globs) {
        List<String> paths = evidence().stream()
                .flatMap(evidence -> evidence.watched().stream())
                .filter(watched -> globs.contains(watched.glob()))
                .map(WatchedPath::path)
                .distinct()
                .toList();
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        String first = String.join(", ", paths.subList(0, Math.min(3, paths.size())));
        return Optional.of(paths.size() <= 3 ? first : first + ", …");
    }

    private Optional<String> larger(int most) {
        return evidence()
                .map(Evidence::diff)
                .map(Breakpoints::lines)
                .filter(lines -> lines > most)
                .map("the diff has %d"::formatted);
    }

    private static long lines(DiffSummary diff) {
        return (long) diff.added() + diff.removed();
    }

    private Optional<Evidence> evidence() {
        return Optional.ofNullable(input.evidence());
    }
}
