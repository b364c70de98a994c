package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Formatting that the status of a plan and its live display share. */
public final class PlanLines {
    private static final int MOST_PATHS = 3;

    private PlanLines() {}

    public static boolean ended(PlanStatus status) {
        return switch (status) {
            case PLAN_STATUS_ACCEPTED, PLAN_STATUS_PARTIAL, PLAN_STATUS_FAILED, PLAN_STATUS_CANCELLED -> true;
            case PLAN_STATUS_UNSPECIFIED,
                    PLAN_STATUS_SUBMITTED,
                    PLAN_STATUS_RUNNING,
                    PLAN_STATUS_WAITING,
                    PLAN_STATUS_PAUSED,
                    UNRECOGNIZED -> false;
        };
    }

    public static String status(PlanStatus status, Style style) {
        String word = Words.of(status);
        return switch (status) {
            case PLAN_STATUS_ACCEPTED -> style.good(word);
            case PLAN_STATUS_FAILED -> style.bad(word);
            case PLAN_STATUS_PARTIAL, PLAN_STATUS_CANCELLED, PLAN_STATUS_WAITING, PLAN_STATUS_PAUSED ->
                style.attention(word);
            case PLAN_STATUS_UNSPECIFIED, PLAN_STATUS_SUBMITTED, PLAN_STATUS_RUNNING, UNRECOGNIZED ->
                style.strong(word);
        };
    }

    /** Such as {@code 3/7 integrated, 2 running, 1 waiting}. */
    public static String counts(Plan plan) {
        long integrated = count(plan, PackageState.PACKAGE_STATE_INTEGRATED);
        StringBuilder line = new StringBuilder("%d/%d integrated".formatted(integrated, plan.getPackagesCount()));
        for (PackageState state : PackageState.values()) {
            long number = count(plan, state);
            if (number > 0 && state != PackageState.PACKAGE_STATE_INTEGRATED) {
                line.append(", ").append(number).append(' ').append(Words.of(state));
            }
        }
        return line.toString();
    }

    private static long count(Plan plan, PackageState state) {
        return plan.getPackagesList().stream()
                .filter(each -> each.getState() == state)
                .count();
    }

    /** The attempt that runs or ran last; empty before the first. */
    public static Optional<PackageAttempt> lastAttempt(PlanPackage each) {
        return each.getAttemptsCount() == 0
                ? Optional.empty()
                : Optional.of(each.getAttempts(each.getAttemptsCount() - 1));
    }

    /** From the first start to the end, or until now; a dash before the first start. */
    public static String time(PlanPackage each, Instant now) {
        if (!each.hasStartedAt()) {
            return Amounts.UNKNOWN;
        }
        Instant end = each.hasFinishedAt() ? Amounts.instant(each.getFinishedAt()) : now;
        Duration time = Duration.between(Amounts.instant(each.getStartedAt()), end);
        return Durations.brief(time.isNegative() ? Duration.ZERO : time);
    }

    /** Why a package is where it is, or what it waits for; may be empty. */
    public static String why(PlanPackage each) {
        String paused = each.getPaused() ? "paused" : "";
        if (!each.getReason().isEmpty()) {
            return paused.isEmpty() ? each.getReason() : paused + ", " + each.getReason();
        }
        if (each.getState() == PackageState.PACKAGE_STATE_INTEGRATED) {
            return Lines.shortId(each.getIntegrationCommit());
        }
        if (each.getState() == PackageState.PACKAGE_STATE_WAITING && !each.hasReadyAt() && each.getNeedsCount() > 0) {
            return "needs " + String.join(", ", each.getNeedsList());
        }
        return paused;
    }

    /** Such as {@code conflict: a.py, b.py}. */
    public static String ejection(Ejection ejection) {
        List<String> paths = ejection.getPathsList();
        String named = String.join(", ", paths.subList(0, Math.min(MOST_PATHS, paths.size())))
                + (paths.size() > MOST_PATHS ? ", …" : "");
        String what = ejection.getDetail().isEmpty() ? named : ejection.getDetail();
        return Words.of(ejection.getKind()).replace('_', ' ') + (what.isEmpty() ? "" : ": " + what);
    }
}
