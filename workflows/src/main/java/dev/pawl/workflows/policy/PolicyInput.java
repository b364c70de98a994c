package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.request.Breakpoint;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision follows from.
 *
 * @param report the session; absent where the prompt was the same as before and no agent was run
 * @param evidence absent where nothing was assessed (the agent could not start, or no agent was run)
 * @param judge absent where the task has none
 * @param judgement absent where no judge was asked
 * @param provable whether checks, files or a judge could prove the task at all
 * @param standing of the agents of a task that has several; absent where one works alone
 * @param spent over all sessions so far, this one included
 */
public record PolicyInput(
        int iteration,
        @Nullable AgentReport report,
        @Nullable Evidence evidence,
        @Nullable JudgeSpec judge,
        @Nullable Judgement judgement,
        Limits limits,
        List<Breakpoint> breakpoints,
        boolean provable,
        boolean interactive,
        boolean stopRequested,
        Spent spent,
        History history,
        @Nullable Standing standing) {
    public PolicyInput {
        breakpoints = List.copyOf(breakpoints);
    }

    /** The same, with what was really spent. */
    public PolicyInput withSpent(Spent exact) {
        return new PolicyInput(
                iteration,
                report,
                evidence,
                judge,
                judgement,
                limits,
                breakpoints,
                provable,
                interactive,
                stopRequested,
                exact,
                history,
                standing);
    }

    /**
     * Where a task stands in its list of agents.
     *
     * @param working what the agent is called whose session this was
     * @param passed why each of those before it was not used, a line for each
     * @param next what the next one is called that may be able to work; absent where there is none
     * @param nextWaits whether its account takes nothing at the moment
     * @param providerErrors sessions of this agent in a row, before this one, that its provider did not serve
     */
    public record Standing(
            String working, List<String> passed, @Nullable String next, boolean nextWaits, int providerErrors) {
        public Standing {
            passed = List.copyOf(passed);
        }
    }

    /**
     * @param costUsd the known part of the cost; absent where nothing of it is known
     * @param agentMillis time that agents ran
     * @param tokens of all kinds, those of the cache too
     * @param estimatedUsd the part of the cost that a table of prices says; absent where agents reported all of it
     * @param unpriced how many sessions and questions to judges have an unknown cost
     */
    public record Spent(
            @Nullable BigDecimal costUsd,
            long agentMillis,
            long tokens,
            @Nullable BigDecimal estimatedUsd,
            long unpriced) {
        public static final Spent NOTHING = new Spent(null, 0, 0, null, 0);
    }

    /**
     * What earlier iterations leave for this one.
     *
     * @param feedback fingerprint of the last feedback; empty in the first iteration
     * @param tree what the last iteration was assessed on; empty in the first iteration
     * @param ownershipViolations how many earlier iterations changed what they do not own
     */
    public record History(String feedback, String tree, int ownershipViolations) {
        public static final History NONE = new History("", "", 0);
    }
}
