package dev.pawl.task.session;

import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentResult;
import dev.pawl.db.budget.Amount;
import dev.pawl.db.session.CloseSession;
import dev.pawl.db.session.Opened;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.record.content.Texts;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.task.budget.SessionCap;
import dev.pawl.task.prompt.Quoted;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.evidence.UsageLimit;
import dev.pawl.workflows.model.outcome.SessionStatus;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one session of an attempt, from its committed row to its close. Each write carries the attempt's fence. */
final class OpenSession implements AutoCloseable {
    private static final int LINE = 500;
    private static final int QUESTION = 2_000;
    private static final int TRANSCRIPT_BYTES = 8 << 20;

    private final SessionRecords records;
    private final RunAgent input;
    private final UUID id;
    private final int attempt;
    private final Opened opened;
    private final SessionLimits.Left left;
    private final SessionCap cap;
    private final boolean first;
    private final List<UUID> earlier;
    private final Patience patience;
    private final SessionActions actions;
    private final long openedAt = System.nanoTime();
    private SessionEnd end = SessionEnd.BROKEN_OFF;

    OpenSession(
            SessionRecords records,
            RunAgent input,
            UUID id,
            int attempt,
            Opened opened,
            SessionLimits.Left left,
            SessionCap cap,
            boolean first,
            List<UUID> earlier,
            Patience patience) {
        this.records = records;
        this.input = input;
        this.id = id;
        this.attempt = attempt;
        this.opened = opened;
        this.left = left;
        this.cap = cap;
        this.first = first;
        this.earlier = earlier;
        this.patience = patience;
        this.actions = new SessionActions(records, input, id, attempt, opened.fence());
    }

    UUID id() {
        return id;
    }

    int attempt() {
        return attempt;
    }

    /** What the limits of its task leave for it; its limits of money and tokens are {@link #most}. */
    SessionLimits.Left left() {
        return left;
    }

    /** The most that it may spend. */
    Amount most() {
        return cap.most();
    }

    /**
     * Whether no agent has worked in the workspace in this iteration before, in an earlier attempt or before a reset.
     */
    boolean first() {
        return first;
    }

    /** Sessions of this agent in earlier iterations, newest first. */
    List<UUID> earlier() {
        return earlier;
    }

    /** Sessions of earlier attempts that this one closed. */
    List<SessionRow> abandoned() {
        return opened.abandoned();
    }

    /** Records the prompt that the agent is about to get. */
    void prompted() {
        interaction("prompt", input.prompt().sha256());
    }

    /** @throws ApplicationFailure {@link FailureTypes#FENCED} if a newer attempt owns the task */
    void started(ProcessIdentity process) {
        boolean current = patience.insist(
                () -> records.sessions().started(id, opened.fence(), process.pid(), process.startedAt()));
        if (!current) {
            throw fenced();
        }
    }

    /** Retries while the database is unavailable, as long as this session is wanted. */
    void insist(Runnable write) {
        patience.insist(write);
    }

    /**
     * Stores what was spent so far, in case this attempt is killed.
     *
     * @throws ApplicationFailure if it is fenced
     */
    void spent(Usage usage) {
        if (!records.sessions().usage(id, opened.fence(), row(usage))) {
            throw fenced();
        }
    }

    /** The spending to close the session with, unless the agent itself reports it. */
    void hasSpent(Usage usage) {
        if (end.result() == null) {
            end = end.spent(usage);
        }
    }

    /** Adds an action of the agent; it is stored by {@link #storeActions}. */
    void acted(AgentAction action) {
        actions.put(action);
    }

    /**
     * Idempotent.
     *
     * @throws ApplicationFailure if the session is fenced
     */
    void storeActions() {
        if (!actions.store()) {
            throw fenced();
        }
    }

    /** Stores the agent's words and its ending; {@link #close} closes the row. */
    AgentReport report(AgentResult reported) {
        AgentResult result = cap.applied(reported);
        String transcript = new Transcripts(new Texts(records.contents()), records.redaction(), TRANSCRIPT_BYTES)
                .store(result.transcript());
        String reason = line(result.reason());
        end = new SessionEnd(SessionEndings.status(result.ending()), reason, result.usage(), result, transcript);
        return AgentReport.builder(result.ending(), reason)
                .session(id)
                .attempt(attempt)
                .retryable(result.retryable())
                .resetsAt(result.resetsAt())
                .question(asked(result.question()))
                .reply(reply(result.finalText()))
                .usage(result.usage())
                .durationMillis(elapsed().toMillis())
                .dispute(asked(result.dispute()))
                .limit(limit(result.limit()))
                .build();
    }

    private @Nullable UsageLimit limit(@Nullable UsageLimit limit) {
        String said = limit == null ? null : limit.said();
        return limit == null ? null : new UsageLimit(limit.ofModel(), said == null ? null : line(said));
    }

    /** On one line and without secrets, since it goes into prompts and rows and to people. */
    private @Nullable String asked(@Nullable String said) {
        return said == null ? null : Quoted.line(records.redaction().clean(said), QUESTION);
    }

    /** Sets an ending that does not come from the agent. */
    void endedAs(SessionStatus status, @Nullable String reason) {
        end = end.as(status, line(reason == null ? "" : reason));
    }

    /** @throws ApplicationFailure {@link FailureTypes#FENCED} if a newer attempt owns the task */
    @Override
    public void close() {
        boolean closed = patience.insist(() -> records.events().together(input.taskId(), this::closeRow));
        if (!closed) {
            throw fenced();
        }
    }

    private boolean closeRow() {
        AgentResult result = end.result();
        if (cap.reserved() && end.nothingSpent()) {
            records.budgets().nothingSpent(id);
        }
        boolean closed = records.sessions()
                .close(
                        id,
                        opened.fence(),
                        new CloseSession(
                                end.status().wire(),
                                end.reason(),
                                row(end.usage()),
                                elapsed().toMillis(),
                                result == null ? null : result.exitCode(),
                                result == null ? null : result.agentSessionId(),
                                result == null ? null : result.model(),
                                end.transcript(),
                                end.costNote()));
        if (closed) {
            tellClosed();
        }
        return closed;
    }

    private void tellClosed() {
        Usage usage = end.usage();
        records.events()
                .append(
                        input.taskId(),
                        EventType.SESSION_CLOSED,
                        id.toString(),
                        fields().put("status", end.status().wire())
                                .put("reason", end.reason())
                                .put("input_tokens", usage.inputTokens())
                                .put("output_tokens", usage.outputTokens())
                                .put("cost_usd", usage.costUsd())
                                .put("estimated_usd", usage.estimatedUsd())
                                .put("cost_unknown", end.costNote().isEmpty() ? null : end.costNote())
                                .put("turns", usage.turns())
                                .put("duration_ms", elapsed().toMillis()));
    }

    private EventFields fields() {
        return new EventFields()
                .put("session_id", id.toString())
                .put("iteration", input.iteration())
                .put("attempt", attempt);
    }

    private ContentRef reply(String text) {
        ContentRef said = new Texts(records.contents()).put(records.redaction().clean(text));
        interaction(SessionRecords.REPLY, said.sha256());
        return said;
    }

    private void interaction(String kind, String contentRef) {
        patience.insist(() -> records.interactions().store(id, input.taskId(), input.iteration(), kind, contentRef));
    }

    private ApplicationFailure fenced() {
        return ApplicationFailure.newFailure(
                "session " + id + " was closed by a newer attempt or by the end of the task", FailureTypes.FENCED);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    private String line(String text) {
        return Quoted.line(records.redaction().clean(text), LINE);
    }

    private static SessionUsage row(Usage usage) {
        return new SessionUsage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cacheReadTokens(),
                usage.cacheWriteTokens(),
                usage.costUsd(),
                usage.turns(),
                usage.estimatedUsd());
    }
}
