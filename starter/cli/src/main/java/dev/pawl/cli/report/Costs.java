package dev.pawl.cli.report;

import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dollars with their certainty: {@code ~} is estimated from list prices, {@code ≥} is a lower bound because some cost
 * is unknown. An unknown cost is never a zero.
 */
public final class Costs {
    private static final String UNKNOWN = "unknown";

    private Costs() {}

    /** Of one session: in cents, with four digits below ten cents. */
    public static String of(Session session) {
        if (!session.getUsage().hasCostUsd()) {
            return session.getStatus() == SessionStatus.SESSION_STATUS_OPEN ? Amounts.UNKNOWN : UNKNOWN;
        }
        return dollars(session.getUsage());
    }

    /** Of all sessions, such as {@code ≥ ~$0.12 (2 of 3 sessions unknown)}. */
    public static String ofSessions(Totals totals) {
        return sum(totals.getUsage(), totals.getUnpricedSessions(), totals.getSessions(), "session");
    }

    /** Of all judge calls. */
    public static String ofJudges(Totals totals) {
        return sum(totals.getJudgeUsage(), totals.getUnpricedJudgeCalls(), totals.getJudgeCalls(), "call");
    }

    private static String sum(Usage usage, long unknown, long all, String noun) {
        if (!usage.hasCostUsd()) {
            return UNKNOWN;
        }
        if (unknown == 0) {
            return dollars(usage);
        }
        return "≥ %s (%d of %s unknown)"
                .formatted(dollars(usage), unknown, all == 1 ? "1 " + noun : all + " " + noun + "s");
    }

    private static String dollars(Usage usage) {
        String amount = dollars(new BigDecimal(usage.getCostUsd()));
        return estimated(usage) ? "~" + amount : amount;
    }

    /** In cents, with four digits below ten cents. */
    public static String dollars(BigDecimal cost) {
        boolean small = cost.signum() != 0 && cost.compareTo(new BigDecimal("0.10")) < 0;
        return "$" + cost.setScale(small ? 4 : 2, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean estimated(Usage usage) {
        return usage.hasEstimatedUsd() && new BigDecimal(usage.getEstimatedUsd()).signum() > 0;
    }

    /** Warnings on the figures, one line each; none if agents reported all of them. */
    public static List<String> warnings(Task task) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Session session : task.getSessionsList()) {
            if (of(session).equals(UNKNOWN) && !session.getCostNote().isEmpty()) {
                reasons.merge(session.getCostNote(), 1, Integer::sum);
            }
        }
        List<String> warnings = new ArrayList<>();
        reasons.forEach((why, sessions) -> warnings.add(
                "the cost of %s is unknown: %s".formatted(sessions == 1 ? "1 session" : sessions + " sessions", why)));
        Totals totals = task.getTotals();
        if (totals.getUnpricedJudgeCalls() > 0) {
            warnings.add("the cost of %d of %d judge calls is unknown"
                    .formatted(totals.getUnpricedJudgeCalls(), totals.getJudgeCalls()));
        }
        if (estimated(totals.getUsage()) || estimated(totals.getJudgeUsage())) {
            warnings.add("~ is estimated from tokens and list prices, which may be out of date");
        }
        return warnings;
    }
}
