package dev.pawl.agent.output;

import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Interpretation of a run's ending; see {@link AgentResult} for the components.
 *
 * @param said the error event that ended it; absent if none did
 * @param limit for {@link Ending#RATE_LIMITED}: what is limited; absent if unknown
 */
public record AgentVerdict(
        Ending ending,
        String reason,
        boolean retryable,
        @Nullable Instant resetsAt,
        @Nullable ProviderSaid said,
        @Nullable UsageLimit limit) {
    public AgentVerdict(Ending ending, String reason, boolean retryable, @Nullable Instant resetsAt) {
        this(ending, reason, retryable, resetsAt, null, null);
    }

    /** The same with the provider's error that the agent reported. */
    public AgentVerdict saying(ProviderSaid what) {
        return new AgentVerdict(ending, reason, retryable, resetsAt, what, limit);
    }

    /** The same with what is limited. */
    AgentVerdict limitedTo(UsageLimit what) {
        return new AgentVerdict(ending, reason, retryable, resetsAt, said, what);
    }

    public static AgentVerdict of(Ending ending, String reason) {
        return new AgentVerdict(ending, reason, false, null);
    }

    public static AgentVerdict retryable(Ending ending, String reason) {
        return new AgentVerdict(ending, reason, true, null);
    }

    public static AgentVerdict rateLimited(String reason, @Nullable Instant resetsAt) {
        return new AgentVerdict(Ending.RATE_LIMITED, reason, true, resetsAt);
    }

    /**
     * What ended a run from outside; empty if it ended by itself.
     *
     * @param pending see {@link AgentOutput#pending()}
     */
    public static Optional<AgentVerdict> fromOutside(AgentRun run, ProcessResult.End end, @Nullable String pending) {
        return switch (end) {
            case EXITED -> Optional.empty();
            case TIMED_OUT -> Optional.of(of(Ending.TIMED_OUT, "ended after " + text(run.time()) + ", its time limit"));
            case IDLE -> Optional.of(of(Ending.IDLE, silent(run, pending)));
            case CANCELLED -> Optional.of(of(Ending.CANCELLED, "cancelled"));
        };
    }

    private static String silent(AgentRun run, @Nullable String pending) {
        return pending == null
                ? "ended after " + text(run.idle()) + " without a sign of life"
                : "silent for %s in `%s`".formatted(text(ProcessSpec.whilePending(run.idle())), firstLine(pending));
    }

    private static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    /** For a program that failed without reporting why. */
    public static AgentVerdict crashed(@Nullable Integer exitCode, String stderr) {
        String code = exitCode == null ? "ended without a result" : "ended with exit code " + exitCode;
        String last = stderr.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
        return of(Ending.CRASHED, last.isEmpty() ? code : code + ": " + Excerpt.line(last));
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
