package dev.pawl.agent.program;

import dev.pawl.agent.AgentRun;
import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;

/**
 * Whether a run failed because of the earlier session that it continued: it is full, contains what the provider does
 * not accept, or is gone. It would fail again each time, so the next run begins a new session.
 */
final class ContinuedSession {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    private ContinuedSession() {}

    static AgentVerdict judged(AgentRun run, AgentVerdict verdict, Usage usage) {
        if (run.resumes() == null) {
            return verdict;
        }
        // If no model answered although the provider did not fail, the session could not be continued at all.
        boolean atOnce = failed(verdict) && usage.totalTokens() == 0;
        return verdict.ending() == Ending.SESSION_FULL || rejected(verdict) || atOnce
                ? AgentVerdict.retryable(
                        Ending.SESSION_FULL,
                        "the continued session does not work any more, so a new one begins: " + verdict.reason())
                : verdict;
    }

    private static boolean rejected(AgentVerdict verdict) {
        ProviderSaid said = verdict.said();
        Integer status = said == null ? null : said.status();
        return status != null
                && (status == BAD_REQUEST || status == TOO_LARGE || status == UNPROCESSABLE)
                && failed(verdict);
    }

    private static boolean failed(AgentVerdict verdict) {
        return switch (verdict.ending()) {
            case CRASHED, INVALID -> true;
            case PROVIDER_ERROR -> !verdict.retryable();
            case FINISHED,
                    TURN_LIMIT,
                    BUDGET,
                    ACCOUNT_BUDGET,
                    TIMED_OUT,
                    IDLE,
                    RATE_LIMITED,
                    BUSY,
                    OUT_OF_CREDIT,
                    SESSION_FULL,
                    REFUSED,
                    NOT_INSTALLED,
                    UNAUTHENTICATED,
                    CANCELLED -> false;
        };
    }
}
