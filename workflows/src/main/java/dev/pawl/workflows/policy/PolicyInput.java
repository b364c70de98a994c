package dev.pawl.workflows.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision follows from.
 *
 * @param report the session; absent if the prompt was the same as before and no agent was run
 * @param evidence absent if nothing was assessed (the agent could not start, or was not run)
 * @param judge absent if the task has none
 * @param judgement absent if no judge was asked
 * @param provable whether checks, files or a judge could prove the task at all
 * @param standing of the agents of a task that has several; absent for a single agent
 * @param dispute the agent's dispute of a check; absent if there is none
 * @param spent over all sessions so far, including this one
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
        @Nullable Standing standing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Dispute dispute) {
    public PolicyInput {
        breakpoints = List.copyOf(breakpoints);
    }

    public static PolicyInputBuilder builder(int iteration, Limits limits) {
        return new PolicyInputBuilder(iteration, limits);
    }

    /** The same, with the agent's dispute of one of the checks. */
    public PolicyInput disputing(@Nullable String said, List<CheckSpec> checks) {
        return new PolicyInputBuilder(this)
                .dispute(said == null ? null : Dispute.of(said, checks))
                .build();
    }

    /** The same with the exact spending. */
    public PolicyInput withSpent(Spent exact) {
        return new PolicyInputBuilder(this).spent(exact).build();
    }

    /**
     * The position of a task in its list of agents.
     *
     * @param working name of the agent that ran this session
     * @param passed why each agent before it was skipped, one line each
     * @param next name of the next agent that may be able to work; absent if there is none
     * @param nextWaits whether that agent's account is not served at the moment
     * @param providerErrors consecutive earlier sessions of this agent that its provider did not serve
     */
    public record Standing(
            String working, List<String> passed, @Nullable String next, boolean nextWaits, int providerErrors) {
        public Standing {
            passed = List.copyOf(passed);
        }
    }

    /**
     * @param costUsd the known part of the cost; absent if nothing of it is known
     * @param agentMillis run time of agents
     * @param tokens of all kinds, including cached ones
     * @param estimatedUsd the part of the cost that comes from a table of prices; absent if agents reported all of it
     * @param unpriced number of sessions and judge calls with an unknown cost
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
     * State carried over from earlier iterations.
     *
     * @param feedback fingerprint of the last feedback; empty in the first iteration
     * @param tree the tree that the last iteration was assessed on; empty in the first iteration
     * @param ownershipViolations number of earlier iterations that changed paths outside {@code owns}
     * @param failed where the checks of the last iteration failed
     * @param passed conditions of breakpoints after which a person let the task continue
     */
    public record History(
            String feedback,
            String tree,
            int ownershipViolations,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FailedCheck> failed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Breakpoint> passed) {
        public static final History NONE = new History("", "", 0);

        public History {
            failed = failed == null ? List.of() : List.copyOf(failed);
            passed = passed == null ? List.of() : List.copyOf(passed);
        }

        /** Of an iteration whose checks did not fail. */
        public History(String feedback, String tree, int ownershipViolations) {
            this(feedback, tree, ownershipViolations, List.of(), List.of());
        }

        /** What an iteration leaves for the next one. */
        public History after(String said, Evidence evidence, boolean violated) {
            return new History(
                    said, evidence.tree(), ownershipViolations + (violated ? 1 : 0), FailedCheck.of(evidence), passed);
        }

        /** The same after a person was asked at these breakpoints. */
        public History passing(List<Breakpoint> reached) {
            List<Breakpoint> all = Stream.concat(passed.stream(), Breakpoints.conditions(reached).stream())
                    .distinct()
                    .toList();
            return new History(feedback, tree, ownershipViolations, failed, all);
        }

        /** Of a task that starts again: only what people allowed is left. */
        public History startingAgain() {
            return NONE.passing(passed);
        }
    }
}
