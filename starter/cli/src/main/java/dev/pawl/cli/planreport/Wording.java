package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.text.Durations;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Sentences that the text and the page share. */
final class Wording {
    private Wording() {}

    static String counted(int count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    static String factor(OptionalDouble factor) {
        return factor.isPresent() ? String.format(Locale.ROOT, "%.1f×", factor.getAsDouble()) : Amounts.UNKNOWN;
    }

    static String percent(OptionalDouble part) {
        return part.isPresent() ? String.format(Locale.ROOT, "%.0f %%", 100 * part.getAsDouble()) : Amounts.UNKNOWN;
    }

    static String boundBy(PlanFigures figures) {
        return figures.limitedBySlots()
                ? "the work in %s".formatted(counted(figures.slots(), "slot"))
                : "the critical path";
    }

    /** Such as {@code 12s a package was ready and not started yet}; only reasons that occurred. */
    static List<String> idle(PlanFigures figures) {
        return figures.idle().entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(entry ->
                        Durations.brief(entry.getValue()) + " " + entry.getKey().meaning())
                .toList();
    }

    static String word(EjectionKind kind) {
        return Words.of(kind).replace('_', ' ');
    }

    static String cost(AgentUse use) {
        if (use.costUsd() == null) {
            return "cost unknown";
        }
        String known = Costs.dollars(use.costUsd());
        return use.unpriced() == 0
                ? known
                : "≥ %s (%d of %s unknown)".formatted(known, use.unpriced(), counted(use.attempts(), "attempt"));
    }

    /** Of a package, with the judges that looked at it. */
    static String cost(PackageHistory each) {
        return each.source().getTotals().getSessions() == 0
                ? Amounts.UNKNOWN
                : Costs.ofSessions(each.source().getTotals());
    }
}
