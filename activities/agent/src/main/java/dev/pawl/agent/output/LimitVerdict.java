package dev.pawl.agent.output;

import dev.pawl.agent.limit.LimitReading;
import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.agent.limit.ToldReset;
import dev.pawl.agent.limit.UsageLimits;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interprets a provider's error, as reported by an agent, with the dictionary of usage limits. */
public final class LimitVerdict {
    /** HTTP statuses. */
    private static final Set<Integer> LIMITS = Set.of(402, 403, 429);

    private LimitVerdict() {}

    /**
     * @param agent the name of its kind in tasks
     * @param title its name for people
     */
    public static AgentVerdict of(
            AgentVerdict verdict, String agent, String title, UsageLimits limits, Instant now, ZoneId zone) {
        ProviderSaid said = verdict.said();
        return said == null
                ? withoutWords(verdict, title, now, zone)
                : limits.read(agent, said, understood(said), now, zone)
                        .map(reading -> limited(verdict, title, reading))
                        .orElse(verdict);
    }

    /** For a program that reports the ending itself. */
    private static AgentVerdict withoutWords(AgentVerdict verdict, String title, Instant now, ZoneId zone) {
        Instant at = verdict.resetsAt();
        boolean waits = verdict.ending() == Ending.RATE_LIMITED || verdict.ending() == Ending.BUSY;
        if (!waits || at == null) {
            return verdict;
        }
        if (!UsageLimits.plausible(at, now)) {
            return new AgentVerdict(verdict.ending(), verdict.reason(), verdict.retryable(), null);
        }
        return verdict.ending() == Ending.BUSY
                ? verdict
                : verdict.limitedTo(new UsageLimit(false, said(new ToldReset(at, zone), title)));
    }

    private static String said(ToldReset reset, String title) {
        return "%s, said by %s".formatted(reset.text(), title);
    }

    /** Whether the status is specific, so that words that merely look like a limit are ignored. */
    private static boolean understood(ProviderSaid said) {
        Integer status = said.status();
        return status != null && !LIMITS.contains(status);
    }

    private static AgentVerdict limited(AgentVerdict verdict, String title, LimitReading reading) {
        ToldReset reset = reading.reset();
        Instant at = reset == null ? null : reset.at();
        String said = reset == null ? null : said(reset, title);
        return switch (reading.action()) {
            case PARK, BY_TIME ->
                AgentVerdict.rateLimited(reported(verdict.reason(), said), at)
                        .limitedTo(new UsageLimit(reading.ofModel(), said));
            case SOON -> new AgentVerdict(Ending.BUSY, verdict.reason(), true, at);
            case ASK -> AgentVerdict.of(Ending.OUT_OF_CREDIT, verdict.reason());
            case NOT_SIGNED_IN -> AgentVerdict.of(Ending.UNAUTHENTICATED, verdict.reason());
            case NEW_SESSION -> AgentVerdict.of(Ending.SESSION_FULL, verdict.reason());
            case NONE -> verdict;
        };
    }

    private static String reported(String reason, @Nullable String said) {
        return said == null ? reason : "%s (until %s)".formatted(reason, said);
    }
}
