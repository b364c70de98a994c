package dev.pawl.gateway.audit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AuditCounts;
import dev.pawl.api.v1.Inconsistency;
import dev.pawl.api.v1.InconsistencyKind;
import dev.pawl.api.v1.Repair;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.reap.ReapReport;
import org.jspecify.annotations.Nullable;

/** Converts reports to messages. */
final class AuditMessages {
    private AuditMessages() {}

    static VerifyResponse of(ReapReport report) {
        return VerifyResponse.newBuilder()
                .setCounts(counts(report.counts()))
                .addAllHosts(report.hosts())
                .setWorkers(report.workers())
                .setProcesses(report.processes())
                .setWorkspaces(report.workspaces())
                .addAllInconsistencies(
                        report.found().stream().map(AuditMessages::of).toList())
                .setLeftOut(report.leftOut())
                .build();
    }

    private static Inconsistency of(dev.pawl.workflows.model.upkeep.Inconsistency found) {
        Inconsistency.Builder message = Inconsistency.newBuilder()
                .setKind(Words.parse(InconsistencyKind.class, found.kind().wire())
                        .orElse(InconsistencyKind.INCONSISTENCY_KIND_UNSPECIFIED))
                .setSubject(found.subject())
                .setDetail(found.detail())
                .setFix(found.fix())
                .setRepair(Words.parse(Repair.class, found.repair().wire()).orElse(Repair.REPAIR_UNSPECIFIED));
        if (found.hostId() != null) {
            message.setHostId(found.hostId());
        }
        return message.build();
    }

    private static AuditCounts counts(@Nullable ReapCounts counts) {
        return counts == null
                ? AuditCounts.getDefaultInstance()
                : AuditCounts.newBuilder()
                        .setTasks(counts.tasks())
                        .setOpenTasks(counts.openTasks())
                        .setOutcomes(counts.outcomes())
                        .setSessions(counts.sessions())
                        .setOpenSessions(counts.openSessions())
                        .setDecisions(counts.decisions())
                        .setOpenQuestions(counts.openQuestions())
                        .setEvents(counts.events())
                        .setLocks(counts.locks())
                        .build();
    }
}
