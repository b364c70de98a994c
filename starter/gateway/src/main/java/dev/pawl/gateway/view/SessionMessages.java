package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskTotals;
import dev.pawl.gateway.wire.Times;

/** Converts rows of sessions and their sums to messages. */
final class SessionMessages {
    private SessionMessages() {}

    static Session of(SessionRow row) {
        Session.Builder session = Session.newBuilder()
                .setId(row.id().toString())
                .setIteration(row.iteration())
                .setAttempt(row.attempt())
                .setAgent(row.agent())
                .setStatus(
                        Words.parse(SessionStatus.class, row.status()).orElse(SessionStatus.SESSION_STATUS_UNSPECIFIED))
                .setReason(row.reason())
                .setStartedAt(Times.of(row.startedAt()))
                .setUsage(usage(row))
                .setHostId(row.hostId())
                .setCostNote(row.costNote());
        ifPresent(row.model(), session::setModel);
        ifPresent(row.agentSessionId(), session::setAgentSessionId);
        ifPresent(row.exitCode(), session::setExitCode);
        ifPresent(row.transcriptRef(), session::setTranscriptRef);
        ifPresent(row.durationMillis(), session::setDurationMs);
        ifPresent(row.endedAt(), ended -> session.setEndedAt(Times.of(ended)));
        return session.build();
    }

    static Totals totals(TaskTotals totals, JudgeTotals judges) {
        Usage.Builder usage = Usage.newBuilder()
                .setInputTokens(totals.inputTokens())
                .setOutputTokens(totals.outputTokens())
                .setCacheReadTokens(totals.cacheReadTokens())
                .setCacheWriteTokens(totals.cacheWriteTokens())
                .setTurns(totals.turns());
        ifPresent(totals.costUsd(), cost -> usage.setCostUsd(Dollars.text(cost)));
        ifPresent(totals.estimatedUsd(), cost -> usage.setEstimatedUsd(Dollars.text(cost)));
        Usage.Builder judging = Usage.newBuilder()
                .setInputTokens(judges.inputTokens())
                .setOutputTokens(judges.outputTokens())
                .setCacheReadTokens(judges.cacheReadTokens())
                .setCacheWriteTokens(judges.cacheWriteTokens())
                .setTurns(judges.turns());
        ifPresent(judges.costUsd(), cost -> judging.setCostUsd(Dollars.text(cost)));
        ifPresent(judges.estimatedUsd(), cost -> judging.setEstimatedUsd(Dollars.text(cost)));
        return Totals.newBuilder()
                .setJudgeCalls(judges.calls())
                .setJudgeUsage(judging)
                .setUnpricedSessions(totals.unpriced())
                .setUnpricedJudgeCalls(judges.unpriced())
                .setSessions(totals.sessions())
                .putAllSessionsByStatus(totals.byStatus())
                .setUsage(usage)
                .setDurationMs(totals.durationMillis())
                .build();
    }

    private static Usage usage(SessionRow row) {
        Usage.Builder usage = Usage.newBuilder()
                .setInputTokens(row.inputTokens())
                .setOutputTokens(row.outputTokens())
                .setCacheReadTokens(row.cacheReadTokens())
                .setCacheWriteTokens(row.cacheWriteTokens())
                .setTurns(row.turns());
        ifPresent(row.costUsd(), cost -> usage.setCostUsd(Dollars.text(cost)));
        ifPresent(row.estimatedUsd(), cost -> usage.setEstimatedUsd(Dollars.text(cost)));
        return usage.build();
    }
}
