package dev.pawl.workflows.policy;

import static dev.pawl.workflows.model.Samples.evidence;
import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Agreement;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.ControlState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Proof;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.request.JudgeProvider;
import dev.pawl.workflows.model.request.JudgeServer;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.TaskBreach;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionPolicyTest {
    private static final JudgeSpec JUDGE = new JudgeSpec("clear names", "command", null, List.of("j"), 0.7, 0.5);
    private static final Finding TRESPASS =
            new Finding(FindingKind.OUTSIDE_OWNERSHIP, "other.py", "is not owned by the task", true);

    private int iteration = 1;
    private AgentReport report = report(Ending.FINISHED);
    private @Nullable Evidence evidence = green("t1");
    private @Nullable JudgeSpec judge;
    private @Nullable Judgement judgement;
    private Limits limits = iterations(5);
    private List<Breakpoint> breakpoints = List.of();
    private boolean provable = true;
    private boolean interactive = true;
    private boolean stop;
    private PolicyInput.Spent spent = PolicyInput.Spent.NOTHING;
    private PolicyInput.History history = PolicyInput.History.NONE;

    @Test
    void greenEvidenceIsAcceptedWithItsProofs() {
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Accept.class,
                        accept -> assertThat(accept.reasons())
                                .contains("check 'unit' passed", "verified on a clean checkout"));
    }

    @Test
    void wordsAloneNeverAccept() {
        evidence = unchanged();
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void noEndingOfASessionMakesARedResultAccepted(Ending ending) {
        report = report(ending);
        evidence = red("t1");
        assertThat(decide()).isNotInstanceOf(Decision.Accept.class);
    }

    @Test
    void aCheckThatRanOutOfItsTimeIsRedAndSaysItsLimit() {
        Evidence red = red("t1");
        CheckEvidence late = new CheckEvidence(
                "unit",
                CheckState.TIMED_OUT,
                null,
                false,
                0,
                List.of(),
                List.of(),
                CheckEvidence.REASON + "ran longer than its timeout of 12m\nlast line",
                null,
                720_000);
        evidence =
                new Evidence(red.snapshot(), red.tree(), red.diff(), red.files(), List.of(late), red.findings(), false);

        assertThat(decide().reasons()).containsExactly("check 'unit' ran longer than its timeout of 12m");
    }

    @Test
    void aJudgeNeverLiftsARedCheck() {
        evidence = red("t1");
        judged(1.0, null);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void aJudgeLowersAGreenResult() {
        judged(0.3, null);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void aJudgeBetweenItsThresholdsAsksAPersonIfItHasAQuestion() {
        judged(0.6, "Which style?");
        assertThat(decide()).isInstanceOf(Decision.Clarify.class);
        judged(0.6, null);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        judged(0.4, "Which style?");
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        judged(0.7, null);
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void answersThatAgreeAreReportedWithTheirMedianAndSpread() {
        sampled(0.8, 0.1);
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
        assertThat(decide().reasons()).contains("judge scored 0.80 (median of 3 of 3 answers, spread 0.10)");
    }

    @Test
    void answersThatDisagreeLowerAnAcceptedResultToAQuestionAndSayWhy() {
        sampled(0.9, 0.5);
        assertThat(decide()).isInstanceOf(Decision.Clarify.class);
        assertThat(decide().reasons())
                .containsExactly("judge scored 0.90 (median of 3 of 3 answers, spread 0.50, more than 0.30)");
    }

    @Test
    void answersThatDisagreeLiftNothingAndLowerNoFurther() {
        sampled(0.3, 0.5);
        assertThat(decide()).as("below accept as before").isInstanceOf(Decision.Retry.class);
        evidence = red("t1");
        for (double score : new double[] {0.3, 0.9, 1.0}) {
            sampled(score, 0.5);
            assertThat(decide()).isInstanceOf(Decision.Retry.class);
        }
    }

    @Test
    void noAnswersOfAModelServerLiftARedCheck() {
        evidence = red("t1");
        for (double score : new double[] {0.0, 0.5, 0.7, 1.0}) {
            for (double spread : new double[] {0.0, 0.3, 1.0}) {
                sampled(score, spread);
                assertThat(decide()).isInstanceOf(Decision.Retry.class);
            }
        }
        assertThat(DecisionPolicy.worthJudging(evidence)).as("not even asked").isFalse();
    }

    @Test
    void aJudgeWithoutAVerdictDoesNotAgreeAndLeavesTheResultToAPerson() {
        judge = JUDGE;
        for (Judgement none : new Judgement[] {
            null,
            new Judgement(null, List.of(), null, "command", Usage.NONE),
            Judgement.absent("command", "it crashed", Usage.NONE),
            new Judgement(1.0, List.of(), null, "command", Usage.NONE).doubted("it saw half of the change")
        }) {
            judgement = none;
            interactive = true;
            assertThat(decide())
                    .isInstanceOfSatisfying(
                            Decision.Escalate.class,
                            escalate -> assertThat(escalate.question())
                                    .startsWith("The judge does not vouch for the result"));
            interactive = false;
            assertThat(abort().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(abort().cause()).isEqualTo(Cause.NEEDS_PERSON);
            assertThat(abort().reasons().getFirst()).contains("The judge does not vouch for the result");
        }
    }

    @Test
    void aDoubtedVerdictStillLowers() {
        judge = JUDGE;
        judgement = new Judgement(0.1, List.of("a stub"), null, "command", Usage.NONE).doubted("it saw half");
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void anAbsentVerdictAloneProvesNothing() {
        evidence = new Evidence("c", "t", changed(), List.of(), List.of(), List.of(), true);
        judged(null, null);
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
    }

    @Test
    void withNothingThatCouldProveItOnlyAPersonAccepts() {
        evidence = new Evidence("c", "t", changed(), List.of(), List.of(), List.of(), true);
        provable = false;
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
    }

    @Test
    void aDeclaredFileMustExistHaveContentAndOneMustHaveChanged() {
        evidence = files(new FileEvidence("a", false, true, false));
        assertThat(decide().reasons()).contains("a is missing");
        evidence = files(new FileEvidence("a", true, true, true));
        assertThat(decide().reasons()).contains("a is empty");
        evidence = files(new FileEvidence("a", true, false, false));
        assertThat(decide().reasons()).contains("none of the declared files was changed");
    }

    @ParameterizedTest
    @EnumSource(value = FindingKind.class, names = "WORK_NOT_NEEDED", mode = EnumSource.Mode.EXCLUDE)
    void aBlockingFindingKeepsAGreenResultFromBeingAccepted(FindingKind kind) {
        evidence = evidence("t1", true, List.of(new Finding(kind, "p", "found", true)));
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        evidence = evidence("t1", true, List.of(new Finding(kind, "p", "found", false)));
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void aChangeThatMayBeWantedIsAQuestionIfNothingElseIsWrong() {
        Finding asking =
                Finding.asking(FindingKind.RUNNER_CONFIGURATION, "package.json", "its script changed; undo it");
        evidence = evidence("t1", true, List.of(asking));
        assertThat(decide()).isInstanceOfSatisfying(Decision.Escalate.class, escalate -> {
            assertThat(escalate.undeclared()).containsExactly("package.json");
            assertThat(escalate.question())
                    .contains("package.json: its script changed. ")
                    .contains("'allow' or 'refuse'");
        });
        evidence = evidence("t1", true, List.of(asking, TRESPASS));
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        evidence = evidence("t1", false, List.of(asking));
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        evidence = evidence("t1", true, List.of(asking));
        interactive = false;
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void workThatTheTaskDoesNotDeclareIsAPersonsToJudgeIfAllElseIsGreen() {
        Finding undeclared = new Finding(FindingKind.WORK_NOT_NEEDED, "", "needs none of the files", true);
        evidence = evidence("t1", true, List.of(undeclared));
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        evidence = evidence("t1", false, List.of(undeclared));
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void allowedChangesOfTestsWeakenTheProofAndAreNamed() {
        evidence = evidence(
                "t1", true, List.of(new Finding(FindingKind.TESTS_CHANGED, "tests/old.py", "was removed", false)));
        assertThat(decide().reasons()).contains("weaker proof: tests/old.py: was removed");
    }

    @Test
    void theDecisionNamesWhatMadeTheChecksGreenAndWhatWasNotVerified() {
        Evidence green = evidence("t1", true, List.of());
        Control because = new Control("unit", ControlState.CONFIRMED, List.of("a.py"), List.of(), List.of("a.py"), "");
        evidence = new Evidence(
                green.snapshot(),
                green.tree(),
                green.diff(),
                green.files(),
                green.checks(),
                green.findings(),
                true,
                new Proof(
                        List.of(),
                        List.of(because, Control.notDone("lint", "the task says 'control: off'")),
                        List.of()),
                List.of());

        assertThat(decide().reasons())
                .contains(
                        "check 'unit' is green because of a.py: red as before with a.py put back to the base",
                        "it is not known whether check 'lint' is green because of the work;"
                                + " the task says 'control: off'");
    }

    @Test
    void aSecondOwnershipViolationEscalates() {
        evidence = evidence("t1", true, List.of(TRESPASS));
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        history = new PolicyInput.History("f", "t0", 1);
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
    }

    @Test
    void theSameFeedbackOnTheSameTreeIsStuck() {
        evidence = red("t1");
        history = new PolicyInput.History(DecisionPolicy.feedbackFingerprint(input()), "t1", 0);
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Escalate.class,
                        escalate -> assertThat(escalate.question()).contains("stuck"));
        history = new PolicyInput.History(DecisionPolicy.feedbackFingerprint(input()), "t0", 0);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void breakpointsStopForAPerson() {
        breakpoints = List.of(new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT));
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        evidence = red("t1");
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        breakpoints = List.of(new Breakpoint.At(BreakpointMoment.ON_RED_CHECK));
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        breakpoints = List.of(new Breakpoint.At(BreakpointMoment.AFTER_ITERATION));
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
    }

    @Test
    void aBudgetNearlySpentAsksAndASpentOneEnds() {
        limits = budget(BigDecimal.ONE, null);
        evidence = red("t1");
        spent = new PolicyInput.Spent(new BigDecimal("0.95"), 1, 0, null, 0);
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        spent = new PolicyInput.Spent(new BigDecimal("1.00"), 1, 0, null, 0);
        assertThat(abort().cause()).isEqualTo(Cause.BUDGET);
        evidence = green("t1");
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void aSpentBudgetAsksForMoreIfConfiguredAndSaysByHowMuchItIsOver() {
        limits = budget(BigDecimal.ONE, null).on(TaskBreach.ASK);
        evidence = red("t1");
        spent = new PolicyInput.Spent(new BigDecimal("1.25"), 1, 0, null, 0);
        assertThat(outOfBudget())
                .isEqualTo("The budget of $1 is overspent by $0.25. Should the task go on? `pawl extend TASK --cost N`"
                        + " grants more; an answer without more ends it.");
        limits = budget(null, 1_000L).on(TaskBreach.ASK);
        spent = tokens(1_200, 0);
        assertThat(outOfBudget())
                .startsWith("The limit of 1000 tokens is reached with 1200, 200 too many.")
                .contains("--tokens N");
        limits = budget(BigDecimal.ONE, null).on(TaskBreach.ASK);
        spent = PolicyInput.Spent.NOTHING;
        report = report(Ending.BUDGET);
        assertThat(outOfBudget()).startsWith("The budget is spent.");
        evidence = green("t1");
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void aSpentBudgetOfATaskThatMayNotAskEndsItAndOfOneThatIsStoppedToo() {
        limits = budget(BigDecimal.ONE, null).on(TaskBreach.ASK);
        evidence = red("t1");
        spent = new PolicyInput.Spent(new BigDecimal("1.25"), 1, 0, null, 0);
        interactive = false;
        assertThat(abort().cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(abort().reasons().getFirst())
                .startsWith("a person would have been asked: The budget of $1 is overspent by $0.25");
        interactive = true;
        stop = true;
        assertThat(abort().cause()).isEqualTo(Cause.NONE);
    }

    private String outOfBudget() {
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Escalate.class,
                        escalate -> assertThat(escalate.outOfBudget()).isTrue());
        return ((Decision.Escalate) decide()).question();
    }

    @Test
    void aLimitOfTokensNearlyReachedAsksAndOneThatIsReachedEnds() {
        limits = budget(null, 1_000L);
        evidence = red("t1");
        spent = tokens(899, 0);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        spent = tokens(900, 0);
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        spent = tokens(1_000, 0);
        assertThat(abort().cause()).isEqualTo(Cause.BUDGET);
        assertThat(abort().reasons()).contains("the limit of 1000 tokens is reached with 1000");
        evidence = green("t1");
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void aBudgetThatCannotBindBecauseACostIsUnknownAsksBeforeTheNextSession() {
        limits = budget(new BigDecimal("2.50"), null);
        evidence = red("t1");
        spent = tokens(5_000, 2);
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Escalate.class,
                        escalate -> assertThat(escalate.question())
                                .contains("cost of 2 sessions or judge calls is unknown", "$2.50", "5000 tokens"));
        interactive = false;
        assertThat(abort().cause()).isEqualTo(Cause.NEEDS_PERSON);
        evidence = green("t1");
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void aLimitOnTokensAppliesIfTheCostIsUnknown() {
        limits = budget(new BigDecimal("2.50"), 10_000L);
        evidence = red("t1");
        spent = tokens(5_000, 2);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        spent = tokens(10_001, 2);
        assertThat(abort().cause()).isEqualTo(Cause.BUDGET);
    }

    @Test
    void anUnknownCostAsksNothingWithoutABudgetAndAnEstimateCountsLikeACost() {
        evidence = red("t1");
        spent = tokens(5_000, 2);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        limits = budget(BigDecimal.ONE, null);
        spent = new PolicyInput.Spent(BigDecimal.ONE, 1, 10, BigDecimal.ONE, 0);
        assertThat(abort().cause()).isEqualTo(Cause.BUDGET);
    }

    @Test
    void aLimitOnTokensCannotBeEnforcedIfTheAgentReportsNoneSoAPersonIsAsked() {
        limits = budget(null, 10_000L);
        evidence = red("t1");
        spent = tokens(0, 1);
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Escalate.class,
                        escalate -> assertThat(escalate.question()).contains("limit of tokens", "no tokens reported"));
    }

    @Test
    void overspendingIsReportedEvenIfTheResultIsAccepted() {
        limits = budget(BigDecimal.ONE, null);
        spent = new PolicyInput.Spent(new BigDecimal("1.350"), 1, 10, new BigDecimal("1.350"), 0);
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
        assertThat(decide().reasons()).contains("the budget of $1 is overspent by ~$0.35");
        evidence = red("t1");
        assertThat(abort().reasons()).contains("the budget of $1 is overspent by ~$0.35");
        spent = new PolicyInput.Spent(new BigDecimal("1.5"), 1, 10, null, 1);
        assertThat(abort().reasons()).contains("the budget of $1 is overspent by at least $0.5");
    }

    private static Limits budget(@Nullable BigDecimal cost, @Nullable Long tokens) {
        return new Limits(5, null, Duration.ofMinutes(30), Duration.ofMinutes(5), cost, tokens);
    }

    private static PolicyInput.Spent tokens(long tokens, long unpriced) {
        return new PolicyInput.Spent(null, 1, tokens, null, unpriced);
    }

    @Test
    void atALimitTheEvidenceDecidesBetweenAcceptedPartialAndRejected() {
        iteration = 5;
        report = report(Ending.TURN_LIMIT);
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
        evidence = red("t1");
        assertThat(abort().outcome()).isEqualTo(Outcome.PARTIAL);
        evidence = unchanged();
        assertThat(abort().outcome()).isEqualTo(Outcome.REJECTED);
        evidence = evidence("t1", false, List.of(TRESPASS));
        assertThat(abort().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void theTimeLimitEndsTheTaskWithItsEvidence() {
        evidence = red("t1");
        spent = new PolicyInput.Spent(null, Duration.ofMinutes(30).toMillis(), 0, null, 0);
        assertThat(abort().cause()).isEqualTo(Cause.LIMIT);
    }

    @Test
    void aUsageLimitParksUntilItResets() {
        Instant reset = Instant.parse("2030-01-01T00:00:00Z");
        report = AgentReport.builder(Ending.RATE_LIMITED, "limit")
                .session(UUID.randomUUID())
                .retryable(true)
                .resetsAt(reset)
                .durationMillis(1)
                .build();
        evidence = red("t1");
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Park.class, park -> assertThat(park.until()).isEqualTo(reset));
        evidence = green("t1");
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_INSTALLED", "UNAUTHENTICATED", "INVALID"})
    void endingsThatARetryCannotFixEscalateAtOnce(Ending ending) {
        report = report(ending);
        evidence = null;
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        interactive = false;
        assertThat(abort().cause()).isEqualTo(Cause.CONFIGURATION);
        assertThat(abort().reasons()).as("the question has the reason").hasSize(1);
    }

    @Test
    void unattendedNothingWaitsAndTheQuestionIsInTheReasons() {
        interactive = false;
        report = report(Ending.FINISHED, "Which units?");
        evidence = red("t1");
        assertThat(abort().cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(abort().reasons().getFirst()).contains("Which units?");
    }

    @Test
    void aStopKeepsAProvenResultAndEndsAnyOther() {
        stop = true;
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
        evidence = red("t1");
        assertThat(abort().reasons().getFirst()).isEqualTo("stopped on request");
    }

    @Test
    void theScoreIsTheJudgesElseTheGreenShareOfTheEvidence() {
        assertThat(DecisionPolicy.score(input())).isEqualTo(1.0);
        evidence = red("t1");
        assertThat(DecisionPolicy.score(input())).isEqualTo(0.5);
        judged(0.8, null);
        assertThat(DecisionPolicy.score(input())).isEqualTo(0.8);
    }

    private static DiffSummary changed() {
        return new DiffSummary(1, 1, 0, true, null);
    }

    private static Evidence unchanged() {
        return new Evidence("c", "t0", DiffSummary.EMPTY, List.of(), green("t").checks(), List.of(), true);
    }

    private static Evidence files(FileEvidence file) {
        return new Evidence("c", "t", changed(), List.of(file), List.of(), List.of(), true);
    }

    private void judged(@Nullable Double score, @Nullable String question) {
        judge = JUDGE;
        judgement = new Judgement(score, List.of(), question, "command", Usage.NONE);
    }

    /** Three answers of a model server. */
    private void sampled(double median, double spread) {
        judge = new JudgeSpec("clear names", null, "m", List.of(), 0.7, 0.5, new JudgeServer(JudgeProvider.OPENAI, 3));
        judgement = new Judgement(median, List.of(), null, "openai m", Usage.NONE).of(new Agreement(3, 3, spread));
    }

    private Decision.Abort abort() {
        Decision decision = decide();
        assertThat(decision).isInstanceOf(Decision.Abort.class);
        return (Decision.Abort) decision;
    }

    @Test
    void aSessionThatTheAccountsDayEndedWaitsForTheNextUnlessItsWorkIsDone() {
        Instant tomorrow = Instant.parse("2030-01-02T00:00:00Z");
        report = endedByAccount(tomorrow);
        evidence = red("t1");
        assertThat(decide()).isEqualTo(new Decision.Park(tomorrow, List.of("the day's budget is spent")));

        evidence = green("t1");
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void aSessionThatMayHaveNoMoreAloneIsFollowedByTheNext() {
        report = endedByAccount(null);
        evidence = red("t1");

        assertThat(decide()).isInstanceOf(Decision.Retry.class);
    }

    @Test
    void aTaskThatSpentItsOwnBudgetDoesNotWaitForTheAccounts() {
        report = endedByAccount(Instant.parse("2030-01-02T00:00:00Z"));
        evidence = red("t1");
        limits = new Limits(5, null, Duration.ofMinutes(30), Duration.ofMinutes(5), BigDecimal.ONE, null);
        spent = new PolicyInput.Spent(new BigDecimal("1.20"), 10, 10, null, 0);

        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Abort.class, abort -> assertThat(abort.cause()).isEqualTo(Cause.BUDGET));
    }

    private static AgentReport endedByAccount(@Nullable Instant until) {
        return AgentReport.builder(Ending.ACCOUNT_BUDGET, "the day's budget is spent")
                .session(UUID.randomUUID())
                .resetsAt(until)
                .durationMillis(10)
                .build();
    }

    private Decision decide() {
        return DecisionPolicy.decide(input());
    }

    private PolicyInput input() {
        return PolicyInput.builder(iteration, limits)
                .report(report)
                .evidence(evidence)
                .judge(judge)
                .judgement(judgement)
                .breakpoints(breakpoints)
                .provable(provable)
                .interactive(interactive)
                .stopRequested(stop)
                .spent(spent)
                .history(history)
                .build();
    }
}
