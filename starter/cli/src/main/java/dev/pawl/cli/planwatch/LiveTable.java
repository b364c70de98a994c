package dev.pawl.cli.planwatch;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.PlanLines;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of a running plan: its packages, those at work first, and a summary. */
final class LiveTable {
    private static final String[] TURNING = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    /** Fits on a terminal of 24 lines. */
    private static final int MOST_ROWS = 16;

    private static final int WIDEST_ID = 24;

    private LiveTable() {}

    /** @param width most characters of a line */
    static List<String> lines(Plan plan, int frame, Instant now, int width) {
        String turning = TURNING[frame % TURNING.length];
        List<String> lines = new ArrayList<>();
        List<PlanPackage> shown = shown(plan);
        int idWidth = shown.stream()
                .mapToInt(each -> Math.min(WIDEST_ID, each.getId().length()))
                .max()
                .orElse(1);
        for (PlanPackage each : shown) {
            String tries = each.getAttemptsCount() > 1 ? "attempt " + each.getAttemptsCount() : "";
            String row = "%s %-" + idWidth + "s  %-10s  %8s  %-9s  %s";
            lines.add(cut(
                    row.formatted(
                            sign(each.getState(), turning),
                            cut(each.getId(), idWidth),
                            Words.of(each.getState()),
                            PlanLines.time(each, now),
                            tries,
                            PlanLines.why(each)),
                    width));
        }
        int more = plan.getPackagesCount() - shown.size();
        lines.add(cut(
                "%s %s%s".formatted(turning, summary(plan, now), more > 0 ? " · " + more + " not shown" : ""), width));
        return lines;
    }

    private static String summary(Plan plan, Instant now) {
        Duration elapsed = Duration.between(Amounts.instant(plan.getCreatedAt()), now);
        String time = Durations.brief(Duration.ofSeconds(Math.max(0, elapsed.toSeconds())));
        String cost = plan.getTotals().getUsage().hasCostUsd() ? " · " + Costs.ofSessions(plan.getTotals()) : "";
        return "%s · %s · %s%s".formatted(Words.of(plan.getStatus()), PlanLines.counts(plan), time, cost);
    }

    /** In the order of the file, as far as there is room; if not, what happens is more important than what is done. */
    private static List<PlanPackage> shown(Plan plan) {
        List<PlanPackage> all = plan.getPackagesList();
        if (all.size() <= MOST_ROWS) {
            return all;
        }
        return all.stream()
                .sorted(Comparator.comparingInt(each -> rank(each.getState())))
                .limit(MOST_ROWS)
                .toList();
    }

    private static int rank(PackageState state) {
        return switch (state) {
            case PACKAGE_STATE_RUNNING -> 0;
            case PACKAGE_STATE_ACCEPTED -> 1;
            case PACKAGE_STATE_FAILED, PACKAGE_STATE_REJECTED -> 2;
            case PACKAGE_STATE_BLOCKED, PACKAGE_STATE_CANCELLED, PACKAGE_STATE_DROPPED -> 3;
            case PACKAGE_STATE_WAITING -> 4;
            case PACKAGE_STATE_INTEGRATED, PACKAGE_STATE_UNSPECIFIED, UNRECOGNIZED -> 5;
        };
    }

    private static String sign(PackageState state, String turning) {
        return switch (state) {
            case PACKAGE_STATE_RUNNING -> turning;
            case PACKAGE_STATE_ACCEPTED -> "+";
            case PACKAGE_STATE_INTEGRATED -> "✓";
            case PACKAGE_STATE_FAILED, PACKAGE_STATE_REJECTED -> "✗";
            case PACKAGE_STATE_BLOCKED, PACKAGE_STATE_CANCELLED, PACKAGE_STATE_DROPPED -> "-";
            case PACKAGE_STATE_WAITING, PACKAGE_STATE_UNSPECIFIED, UNRECOGNIZED -> "·";
        };
    }

    private static String cut(String line, int width) {
        String printable = Printable.line(line).stripTrailing();
        return printable.length() <= width ? printable : printable.substring(0, width - 1) + "…";
    }
}
