package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

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

    /** Such as {@code 1 red check, 2 conflict}. */
    static String ejections(Map<EjectionKind, Integer> ejections) {
        return ejections.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(EjectionKind kind) {
        return Words.of(kind).replace('_', ' ');
    }

    /** One line for each result that was not integrated, whatever became of the package afterwards. */
    static List<String> setbacks(PlanFigures figures) {
        List<String> lines = new ArrayList<>();
        for (OwnershipRefusal refusal : figures.refusals()) {
            if (refusal.iteration() > 0) {
                lines.add("%s changed paths it does not own: %s"
                        .formatted(refusal.packageId(), String.join(", ", refusal.paths())));
            }
        }
        for (PackageHistory each : figures.packages()) {
            for (PackageAttempt attempt : each.source().getAttemptsList()) {
                if (attempt.hasEjection()) {
                    Ejection ejection = attempt.getEjection();
                    lines.add("%s, attempt %d, was not integrated: %s%s"
                            .formatted(each.id(), attempt.getNumber(), word(ejection.getKind()), detail(ejection)));
                }
            }
        }
        return lines;
    }

    private static String detail(Ejection ejection) {
        return ejection.getDetail().isBlank() ? "" : ": " + ejection.getDetail();
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
