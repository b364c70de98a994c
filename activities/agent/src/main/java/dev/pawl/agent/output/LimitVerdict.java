package dev.pawl.agent.output;

import dev.pawl.agent.limit.LimitReading;
import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.agent.limit.ToldReset;
import dev.pawl.agent.limit.UsageLimits;
import dev.pawl.workflows.model.evidence.Ending;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an error that an agent reported of its provider by the dictionary of usage limits. */
public final class LimitVerdict {
    /** Of HTTP. */
    private static final Set<Integer> LIMITS = Set.of(402, 403, 429);

    private LimitVerdict() {}

    /** @param agent as tasks name its kind */
    public static AgentVerdict of(AgentVerdict verdict, String agent, UsageLimits limits, Instant now, ZoneId zone) {
        ProviderSaid said = verdict.said();
        return said == null
                ? verdict
                : limits.read(agent, said, understood(said), now, zone)
                        .map(reading -> limited(verdict, agent, reading))
                        .orElse(verdict);
    }

    /** Whether the status says what it is, so that words which merely look like a limit do not count. */
    private static boolean understood(ProviderSaid said) {
        Integer status = said.status();
        return status != null && !LIMITS.contains(status);
    }

    private static AgentVerdict limited(AgentVerdict verdict, String agent, LimitReading reading) {
        ToldReset reset = reading.reset();
        Instant at = reset == null ? null : reset.at();
        return switch (reading.action()) {
            case PARK, BY_TIME -> AgentVerdict.rateLimited(told(verdict.reason(), agent, reset), at);
            case SOON -> new AgentVerdict(Ending.BUSY, verdict.reason(), true, at);
            case ASK -> AgentVerdict.of(Ending.OUT_OF_CREDIT, verdict.reason());
            case NOT_SIGNED_IN -> AgentVerdict.of(Ending.UNAUTHENTICATED, verdict.reason());
            case NEW_SESSION -> AgentVerdict.of(Ending.SESSION_FULL, verdict.reason());
            case NONE -> verdict;
        };
    }

    private static String told(String reason, String agent, @Nullable ToldReset reset) {
        return reset == null ? reason : "%s (until %s, reported by %s)".formatted(reason, reset.text(), agent);
    }
}
