package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.ContentRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the report of an attempt: by default the first, which had no session and used nothing. Not thread-safe. */
public final class AgentReportBuilder {
    private @Nullable UUID sessionId;
    private int attempt = 1;
    private final Ending ending;
    private final String reason;
    private boolean retryable;
    private @Nullable Instant resetsAt;
    private @Nullable String question;
    private @Nullable ContentRef reply;
    private Usage usage = Usage.NONE;
    private long durationMillis;
    private @Nullable String dispute;
    private @Nullable UsageLimit limit;

    AgentReportBuilder(Ending ending, String reason) {
        this.ending = ending;
        this.reason = reason;
    }

    AgentReportBuilder(AgentReport report) {
        this(report.ending(), report.reason());
        sessionId = report.sessionId();
        attempt = report.attempt();
        retryable = report.retryable();
        resetsAt = report.resetsAt();
        question = report.question();
        reply = report.reply();
        usage = report.usage();
        durationMillis = report.durationMillis();
        dispute = report.dispute();
        limit = report.limit();
    }

    public AgentReportBuilder session(@Nullable UUID value) {
        sessionId = value;
        return this;
    }

    public AgentReportBuilder attempt(int value) {
        attempt = value;
        return this;
    }

    public AgentReportBuilder retryable(boolean value) {
        retryable = value;
        return this;
    }

    public AgentReportBuilder resetsAt(@Nullable Instant value) {
        resetsAt = value;
        return this;
    }

    public AgentReportBuilder question(@Nullable String value) {
        question = value;
        return this;
    }

    public AgentReportBuilder reply(@Nullable ContentRef value) {
        reply = value;
        return this;
    }

    public AgentReportBuilder usage(Usage value) {
        usage = value;
        return this;
    }

    public AgentReportBuilder durationMillis(long value) {
        durationMillis = value;
        return this;
    }

    public AgentReportBuilder dispute(@Nullable String value) {
        dispute = value;
        return this;
    }

    public AgentReportBuilder limit(@Nullable UsageLimit value) {
        limit = value;
        return this;
    }

    /** @throws IllegalArgumentException if a number is out of its range */
    public AgentReport build() {
        return new AgentReport(
                sessionId,
                attempt,
                ending,
                reason,
                retryable,
                resetsAt,
                question,
                reply,
                usage,
                durationMillis,
                dispute,
                limit);
    }
}
