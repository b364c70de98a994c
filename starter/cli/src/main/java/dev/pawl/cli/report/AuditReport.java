package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AuditCounts;
import dev.pawl.api.v1.Inconsistency;
import dev.pawl.api.v1.Repair;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** Result of an audit, as text. */
public final class AuditReport {
    private AuditReport() {}

    public static List<String> lines(VerifyResponse audit, Style style) {
        List<String> lines = new ArrayList<>(compared(audit));
        for (Inconsistency found : audit.getInconsistenciesList()) {
            String where = found.hasHostId() ? " on " + found.getHostId() : "";
            lines.add("%s  %s %s%s: %s"
                    .formatted(
                            mark(found.getRepair(), style),
                            Words.of(found.getKind()),
                            found.getSubject(),
                            where,
                            found.getDetail()));
            if (found.getRepair() != Repair.REPAIR_DONE) {
                String how = found.getRepair() == Repair.REPAIR_SAFE ? " (pawl doctor --repair does it)" : "";
                lines.add("       -> " + found.getFix() + how);
            }
        }
        lines.add(sum(audit));
        return lines;
    }

    /** Number of inconsistencies that were not repaired. */
    public static int left(VerifyResponse audit) {
        long named = audit.getInconsistenciesList().stream()
                .filter(found -> found.getRepair() != Repair.REPAIR_DONE)
                .count();
        return Math.toIntExact(named) + audit.getLeftOut();
    }

    private static List<String> compared(VerifyResponse audit) {
        AuditCounts counts = audit.getCounts();
        String hosts = audit.getHostsCount() == 0 ? "none answered" : String.join(", ", audit.getHostsList());
        return List.of(
                "rows   %d tasks (%d open, %d outcomes), %d sessions (%d open), %d decisions, %d open questions, %d events, %d locks"
                        .formatted(
                                counts.getTasks(),
                                counts.getOpenTasks(),
                                counts.getOutcomes(),
                                counts.getSessions(),
                                counts.getOpenSessions(),
                                counts.getDecisions(),
                                counts.getOpenQuestions(),
                                counts.getEvents(),
                                counts.getLocks()),
                "hosts  %s: %d workers, %d processes, %d workspaces"
                        .formatted(hosts, audit.getWorkers(), audit.getProcesses(), audit.getWorkspaces()));
    }

    private static String mark(Repair repair, Style style) {
        return switch (repair) {
            case REPAIR_DONE -> style.good("fixed");
            case REPAIR_SAFE -> style.attention("wrong");
            case REPAIR_BY_PERSON, REPAIR_UNSPECIFIED, UNRECOGNIZED -> style.bad("wrong");
        };
    }

    private static String sum(VerifyResponse audit) {
        int all = audit.getInconsistenciesCount() + audit.getLeftOut();
        String noun = all == 1 ? "inconsistency" : "inconsistencies";
        if (all == 0) {
            return "0 inconsistencies";
        }
        String more = audit.getLeftOut() == 0 ? "" : ", %d not shown".formatted(audit.getLeftOut());
        return "%d %s: %d repaired, %d left%s".formatted(all, noun, all - left(audit), left(audit), more);
    }
}
