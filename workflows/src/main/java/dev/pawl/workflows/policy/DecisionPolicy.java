package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Agreement;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.TaskBreach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows from an iteration. Pure: the same input always gives the same decision under one {@link
 * #VERSION}. Evidence outranks opinion: no judge and no word of an agent makes a red result green.
 */
public final class DecisionPolicy {
    /** Changed with every change of behaviour; stored with each decision. */
    public static final String VERSION = "11";

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final PolicyInput input;
    private final HardEvidence hard;

    private DecisionPolicy(PolicyInput input) {
        this.input = input;
        this.hard = HardEvidence.of(input.evidence());
    }

    public static Decision decide(PolicyInput input) {
        Decision decision = new DecisionPolicy(input).decide();
        PolicyInput.Standing standing = input.standing();
        return standing == null ? decision : decision.because(standing.passed());
    }

    /** Equal for two iterations with the same feedback for the agent; empty if there is none. */
    public static String feedbackFingerprint(PolicyInput input) {
        return Fingerprint.of(input);
    }

    /** Says that the last two iterations, with different work, failed at the same assertion; absent if they did not. */
    public static Optional<String> suspicion(PolicyInput input) {
        Evidence evidence = input.evidence();
        PolicyInput.History before = input.history();
        return evidence == null || before.tree().isEmpty() || before.tree().equals(evidence.tree())
                ? Optional.empty()
                : FailedCheck.twice(before.failed(), FailedCheck.of(evidence));
    }

    /** Whether a judge could still change the decision: it can lower a green result and never raise a red one. */
    public static boolean worthJudging(@Nullable Evidence evidence) {
        return HardEvidence.of(evidence).green();
    }

    /** 0 to 1: the judge's score, else the share of hard evidence that is green. */
    public static double score(PolicyInput input) {
        Judgement judgement = input.judgement();
        if (judgement != null && judgement.score() != null) {
            return judgement.score();
        }
        return HardEvidence.of(input.evidence()).share();
    }

    private Decision decide() {
        AgentReport report = input.report();
        if (report == null) {
            return escalate(
                    "The next prompt would be the same as the last one. How should the task go on?",
                    "stuck: nothing new to tell the agent");
        }
        Decision other = otherAgent(report);
        if (other != null) {
            return other;
        }
        Decision unable = unableToWork(report);
        if (unable != null) {
            return unable;
        }
        Evidence evidence = input.evidence();
        if (evidence == null) {
            return new Decision.Abort(Outcome.FAILED, Cause.AGENT, List.of(report.reason()));
        }
        if (repeats(report) && !hard.green() && !input.stopRequested()) {
            return new Decision.Park(report.resetsAt(), List.of(report.reason()));
        }
        if (Limit.accountSpent(input) && !hard.green() && !input.stopRequested()) {
            return new Decision.Park(report.resetsAt(), List.of(report.reason()));
        }
        return hard.green() ? onGreen(report) : onRed(report);
    }

    /** Whether the iteration is repeated, since its end is neither the agent's nor the task's fault. */
    private static boolean repeats(AgentReport report) {
        return switch (report.ending()) {
            case RATE_LIMITED, BUSY -> true;
            // A session that was not continued is full because of its own work, or of the prompt.
            case SESSION_FULL -> report.retryable();
            case FINISHED,
                    TURN_LIMIT,
                    BUDGET,
                    ACCOUNT_BUDGET,
                    TIMED_OUT,
                    IDLE,
                    OUT_OF_CREDIT,
                    REFUSED,
                    NOT_INSTALLED,
                    UNAUTHENTICATED,
                    INVALID,
                    PROVIDER_ERROR,
                    CRASHED,
                    CANCELLED -> false;
        };
    }

    /** If this agent cannot continue, the next of the list takes over while the task's own limits leave something. */
    private @Nullable Decision otherAgent(AgentReport report) {
        PolicyInput.Standing standing = input.standing();
        String next = standing == null ? null : standing.next();
        if (standing == null || next == null || !unavailable(report, standing)) {
            return null;
        }
        if (hard.green()
                || input.stopRequested()
                || Limit.budgetSpent(input)
                || Limit.tokensSpent(input)
                || Limit.timeSpent(input)) {
            return null;
        }
        return new Decision.Fallback(
                next, List.of("%s cannot go on: %s".formatted(standing.working(), report.reason()), next + " is next"));
    }

    private boolean unavailable(AgentReport report, PolicyInput.Standing standing) {
        return switch (report.ending()) {
            case NOT_INSTALLED, UNAUTHENTICATED, OUT_OF_CREDIT -> true;
            // If the next one has to wait too, switching gains nothing.
            case RATE_LIMITED -> !standing.nextWaits();
            // The same for an account's spent day; if only this session's share was spent, the agent is asked again.
            case ACCOUNT_BUDGET -> (!report.worked() || Limit.accountSpent(input)) && !standing.nextWaits();
            case PROVIDER_ERROR -> !report.retryable() || standing.providerErrors() > 0;
            case FINISHED,
                    TURN_LIMIT,
                    BUDGET,
                    TIMED_OUT,
                    IDLE,
                    BUSY,
                    SESSION_FULL,
                    REFUSED,
                    INVALID,
                    CRASHED,
                    CANCELLED -> false;
        };
    }

    /** Endings that neither a retry nor the workspace can change. */
    private @Nullable Decision unableToWork(AgentReport report) {
        return switch (report.ending()) {
            case NOT_INSTALLED, UNAUTHENTICATED, INVALID ->
                escalate(report.reason() + " Fix this, then answer to continue.", Cause.CONFIGURATION, report.reason());
            case PROVIDER_ERROR ->
                report.retryable()
                        ? null
                        : escalate(report.reason() + " How should the task go on?", Cause.PROVIDER, report.reason());
            case OUT_OF_CREDIT ->
                hard.green()
                        ? null
                        : escalate(
                                report.reason() + " Add credit or raise the limit, and answer to go on.",
                                Cause.QUOTA,
                                report.reason());
            case RATE_LIMITED, BUSY, ACCOUNT_BUDGET ->
                input.evidence() == null && !input.stopRequested()
                        ? new Decision.Park(report.resetsAt(), List.of(report.reason()))
                        : null;
            case FINISHED, TURN_LIMIT, BUDGET, TIMED_OUT, IDLE, SESSION_FULL, REFUSED, CRASHED, CANCELLED -> null;
        };
    }

    private Decision onGreen(AgentReport report) {
        JudgeSpec judge = input.judge();
        Judgement judgement = input.judgement();
        Double score = judgement == null ? null : judgement.score();
        if (!input.provable() || (!hard.hasCriteria() && judge == null)) {
            return escalate(
                    "Only a person can prove this task. Is the result good?",
                    "no check, no declared file and no verdict can prove it");
        }
        Decision disputed = disputed();
        if (disputed != null) {
            return disputed;
        }
        if (report.question() != null) {
            return clarify(report.question(), "the agent asks");
        }
        if (judge != null && judgement != null && score != null && score < judge.accept()) {
            return lowered(judge, judgement, score);
        }
        String doubt = doubt(judge, judgement);
        if (doubt != null) {
            return escalate(
                    "The judge does not vouch for the result: %s. Is the result good?".formatted(doubt),
                    "the judge did not agree: " + doubt);
        }
        if (score != null && disagrees(judgement)) {
            return clarify("The judge's answers differ. Is the result good?", judged(judgement, score));
        }
        List<Breakpoints.Reached> reached = Breakpoints.beforeAccept(input);
        if (!reached.isEmpty()) {
            String named = Breakpoints.named(reached);
            return stop(
                    reached,
                    named.isEmpty()
                            ? "All evidence is green. Accept the result?"
                            : "All evidence is green, and a breakpoint is reached (%s). Accept the result?"
                                    .formatted(named),
                    List.of());
        }
        List<String> reasons = new ArrayList<>(hard.proofs());
        reasons.addAll(hard.remarks());
        if (score != null) {
            reasons.add(judged(judgement, score));
        }
        Breach.overspent(input.limits(), input.spent()).ifPresent(reasons::add);
        return new Decision.Accept(reasons);
    }

    /** An agent's dispute of a check is a question, and never makes anything better. */
    private @Nullable Decision disputed() {
        Dispute dispute = input.dispute();
        if (dispute == null) {
            return null;
        }
        DisputedCheck disputed = new DisputedCheck(dispute, input.evidence());
        List<String> reasons = new ArrayList<>(disputed.shown());
        suspicion(input).ifPresent(reasons::add);
        hard.faults().stream().filter(fault -> !reasons.contains(fault)).forEach(reasons::add);
        String check = dispute.check();
        if (input.stopRequested() || !input.interactive() || check == null) {
            return escalate(disputed.question(), reasons);
        }
        return Decision.Escalate.disputed(check, disputed.question(), reasons);
    }

    /** The evidence is green, but the judge's score is too low. */
    private Decision lowered(JudgeSpec judge, Judgement judgement, double score) {
        String reason = judged(judgement, score) + ", below " + hundredths(judge.accept());
        String question = judgement.question();
        if (score >= judge.clarify() && question != null) {
            return clarify(question, reason);
        }
        return again(List.of(reason));
    }

    /** Why a judge that the task names did not agree, though it did not lower the result; absent if it agreed. */
    private static @Nullable String doubt(@Nullable JudgeSpec judge, @Nullable Judgement judgement) {
        if (judge == null) {
            return null;
        }
        return judgement == null ? "it was not asked" : judgement.doubt();
    }

    /**
     * Scores that differ too much are no proof. Whatever their median, the result becomes a question and nothing worse.
     */
    private static boolean disagrees(@Nullable Judgement judgement) {
        return judgement != null
                && judgement.agreement() != null
                && judgement.agreement().broken();
    }

    private static String judged(@Nullable Judgement judgement, double score) {
        String scored = "judge scored " + hundredths(score);
        Agreement agreement = judgement == null ? null : judgement.agreement();
        if (agreement == null) {
            return scored;
        }
        String said = "%s (median of %d of %d answers, spread %s"
                .formatted(scored, agreement.read(), agreement.asked(), hundredths(agreement.spread()));
        return agreement.broken() ? said + ", more than " + hundredths(Agreement.MOST_SPREAD) + ")" : said + ")";
    }

    /** The same text on every worker: feedback is compared by its text. */
    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private Decision onRed(AgentReport report) {
        List<String> reasons = new ArrayList<>(hard.faults());
        suspicion(input).ifPresent(reasons::add);
        if (report.ending() != Ending.FINISHED) {
            reasons.addFirst("the agent did not finish: " + report.reason());
        }
        Decision disputed = disputed();
        if (disputed != null) {
            return disputed;
        }
        if (report.question() != null) {
            return clarify(report.question(), "the agent asks");
        }
        if (hard.onlyUnneeded()) {
            return escalate(
                    "All is green, but no check needs the work that it should need. Is the result good?", reasons);
        }
        if (hard.ownershipViolated() && input.history().ownershipViolations() > 0) {
            return escalate(
                    "The agent changed paths it does not own for the second time. How should the task go on?", reasons);
        }
        if (input.interactive() && !input.stopRequested() && !hard.undeclared().isEmpty()) {
            return Decision.Escalate.undeclared(hard.undeclared(), UndeclaredChange.question(hard.asking()), reasons);
        }
        List<Breakpoints.Reached> reached = Breakpoints.onRed(input);
        if (!reached.isEmpty()) {
            return stop(reached, "A check is red. Should the agent try again?", reasons);
        }
        return again(reasons);
    }

    /** Another iteration, if the limits leave one and there is new feedback. */
    private Decision again(List<String> reasons) {
        if (input.stopRequested()) {
            return ended(Cause.NONE, "stopped on request", reasons);
        }
        if (Limit.budgetSpent(input) || Limit.tokensSpent(input)) {
            return breach(reasons);
        }
        if (Limit.timeSpent(input)) {
            return ended(Cause.LIMIT, "the time limit is reached", reasons);
        }
        if (input.iteration() >= input.limits().iterations()) {
            return ended(exhausted(), "all %d iterations are used".formatted(input.iteration()), reasons);
        }
        if (stuck() && crashedAtOnce()) {
            return escalate(
                    "The agent crashes at once and does nothing: %s. How should the task go on?".formatted(reason()),
                    Cause.AGENT,
                    reasons);
        }
        if (stuck()) {
            return escalate("The agent is stuck: same result, same feedback. What should it do differently?", reasons);
        }
        if (Limit.budgetNearlySpent(input)) {
            return escalate("The budget is nearly spent. Should the task go on?", reasons);
        }
        if (Limit.tokensNearlySpent(input)) {
            return escalate("The limit of tokens is nearly reached. Should the task go on?", reasons);
        }
        if (Limit.unknown(input)) {
            return escalate(unknownCost(), reasons);
        }
        List<Breakpoints.Reached> reached = Breakpoints.beforeRetry(input);
        if (!reached.isEmpty()) {
            String named = Breakpoints.named(reached);
            return stop(
                    reached,
                    named.isEmpty()
                            ? "Breakpoint after the iteration. Should the agent try again?"
                            : "A breakpoint is reached (%s). Should the agent try again?".formatted(named),
                    reasons);
        }
        return new Decision.Retry(reasons);
    }

    /** The decision names the breakpoints, each with its reason. */
    private Decision stop(List<Breakpoints.Reached> reached, String question, List<String> reasons) {
        List<String> all = new ArrayList<>(
                reached.stream().map(Breakpoints.Reached::reason).toList());
        all.addAll(reasons);
        return input.interactive() && !input.stopRequested()
                ? Decision.Escalate.at(Breakpoints.breakpoints(reached), question, all)
                : escalate(question, all);
    }

    private Decision breach(List<String> reasons) {
        Limits limits = input.limits();
        boolean extensible = limits.costUsd() != null || limits.tokens() != null;
        if (limits.onBreach() == TaskBreach.END || !extensible) {
            return ended(Cause.BUDGET, Breach.of(limits, input.spent()).orElse("the budget is spent"), reasons);
        }
        String question = Breach.question(limits, input.spent());
        return input.interactive()
                ? new Decision.Escalate(question, reasons, true)
                : unattended(question, Cause.NEEDS_PERSON, reasons);
    }

    /** Says that a budget cannot be enforced. */
    private String unknownCost() {
        long unknown = input.spent().unpriced();
        return "The cost of %s is unknown, so nobody can say whether %s is kept (%s so far). Should the agent go on?"
                .formatted(
                        unknown == 1 ? "1 session or judge call" : unknown + " sessions or judge calls",
                        input.limits().costUsd() == null
                                ? "the limit of tokens"
                                : "the budget of $" + input.limits().costUsd(),
                        input.spent().tokens() == 0
                                ? "no tokens reported"
                                : input.spent().tokens() + " tokens");
    }

    /** Why the iterations did not suffice, according to the last session. */
    private Cause exhausted() {
        AgentReport report = input.report();
        if (report == null) {
            return Cause.LIMIT;
        }
        return switch (report.ending()) {
            case PROVIDER_ERROR, BUSY -> Cause.PROVIDER;
            case RATE_LIMITED, OUT_OF_CREDIT -> Cause.QUOTA;
            case CRASHED, REFUSED, SESSION_FULL -> Cause.AGENT;
            case NOT_INSTALLED, UNAUTHENTICATED, INVALID -> Cause.CONFIGURATION;
            case ACCOUNT_BUDGET -> Cause.BUDGET;
            case FINISHED, TURN_LIMIT, BUDGET, TIMED_OUT, IDLE, CANCELLED -> Cause.LIMIT;
        };
    }

    private boolean stuck() {
        PolicyInput.History before = input.history();
        return !before.tree().isEmpty()
                && input.evidence() != null
                && before.tree().equals(input.evidence().tree())
                && before.feedback().equals(Fingerprint.of(input));
    }

    /** Whether no model was asked, according to the agent's report. */
    private boolean crashedAtOnce() {
        AgentReport report = input.report();
        return report != null
                && report.ending() == Ending.CRASHED
                && report.usage().totalTokens() == 0
                && report.durationMillis() < AT_ONCE.toMillis();
    }

    private String reason() {
        AgentReport report = input.report();
        return report == null ? "" : report.reason();
    }

    private Decision ended(Cause cause, String why, List<String> reasons) {
        List<String> all = new ArrayList<>(List.of(why));
        all.addAll(reasons);
        return new Decision.Abort(hard.worthKeeping() ? Outcome.PARTIAL : Outcome.REJECTED, cause, all);
    }

    private Decision clarify(String question, String reason) {
        if (input.stopRequested()) {
            return ended(Cause.NONE, "stopped on request", List.of(reason));
        }
        return input.interactive()
                ? new Decision.Clarify(question, List.of(reason))
                : unattended(question, Cause.NEEDS_PERSON, List.of(reason));
    }

    private Decision escalate(String question, String reason) {
        return escalate(question, List.of(reason));
    }

    private Decision escalate(String question, List<String> reasons) {
        return escalate(question, Cause.NEEDS_PERSON, reasons);
    }

    private Decision escalate(String question, Cause cause, String reason) {
        return escalate(question, cause, List.of(reason));
    }

    private Decision escalate(String question, Cause cause, List<String> reasons) {
        if (input.stopRequested()) {
            return ended(Cause.NONE, "stopped on request", reasons);
        }
        return input.interactive() ? new Decision.Escalate(question, reasons) : unattended(question, cause, reasons);
    }

    /** If nobody may be asked, the task ends with its last result, and the reason has the question. */
    private Decision unattended(String question, Cause cause, List<String> reasons) {
        List<String> unsaid =
                reasons.stream().filter(reason -> !question.contains(reason)).toList();
        return ended(cause, "a person would have been asked: " + question, unsaid);
    }
}
