package dev.pawl.workflows.plan;

import static dev.pawl.workflows.plan.PlanEngine.await;
import static dev.pawl.workflows.plan.PlanEngine.outcome;
import static dev.pawl.workflows.plan.PlanEngine.packageOf;
import static dev.pawl.workflows.plan.PlanEngine.script;
import static dev.pawl.workflows.plan.PlanEngine.view;
import static dev.pawl.workflows.plan.PlanSamples.pack;
import static dev.pawl.workflows.plan.PlanSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.DeliveryState;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.OnFailure;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanChoice;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.plan.person.PlanAnswer;
import dev.pawl.workflows.plan.person.PlanReceipt;
import dev.pawl.workflows.plan.state.PlanInput;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.WorkflowInit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a plan runs by itself: window, needs, integration, new attempts, losses, limits, the end. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlanWorkflowTest {
    private static final Duration TEN = Duration.ofMinutes(10);

    private PlanEngine engine = new PlanEngine();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void everyPackageIsIntegratedAndThePlanAccepted() throws Exception {
        WorkflowStub plan = engine.submit("p-1", plan(pack("a"), pack("b")));
        PlanOutcome outcome = outcome(plan);

        assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
        assertThat(outcome.reason()).isEqualTo("2 of 2 packages integrated");
        assertThat(outcome.head()).isEqualTo("head-2");
        assertThat(outcome.packages()).extracting(PackageView::state).containsOnly(PackageState.INTEGRATED);
        assertThat(packageOf(outcome, "a").commit()).isEqualTo("c-a");
        assertThat(packageOf(outcome, "a").attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.taskId()).isEqualTo("p-1.a.1");
            assertThat(attempt.outcome()).isEqualTo(Outcome.ACCEPTED);
        });
        assertThat(engine.books.finished).hasSize(1);
        assertThat(engine.integration.released).containsExactly("p-1");
        assertThat(engine.integration.deliveries).isEmpty();
        engine.replay(plan);
    }

    @Test
    void aPackageStartsOnlyAfterEverythingItNeedsIsIntegrated() {
        PlanOutcome outcome = engine.run(plan(pack("c", "a", "b"), pack("a"), pack("b")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
        PackageView c = packageOf(outcome, "c");
        for (String need : List.of("a", "b")) {
            assertThat(c.attempts().getFirst().startedAt())
                    .isAfterOrEqualTo(packageOf(outcome, need).integratedAt());
        }
    }

    @Test
    void noMorePackagesRunAtOnceThanThePlanAllows() {
        PlanOutcome outcome = engine.run(plan(pack("a"), pack("b"), pack("c"), pack("d")));

        PackageView third = packageOf(outcome, "c");
        assertThat(third.attempts().getFirst().startedAt())
                .isAfterOrEqualTo(packageOf(outcome, "a")
                        .attempts()
                        .getFirst()
                        .startedAt()
                        .plus(TEN));
    }

    @Test
    void aFreedSlotIsUsedAtOnceAndNotOnlyWhenAWaveIsOver() {
        script("a", Duration.ofMinutes(60), Outcome.ACCEPTED);

        PlanOutcome outcome = engine.run(plan(pack("a"), pack("b"), pack("c"), pack("d")));

        assertThat(packageOf(outcome, "d").integratedAt())
                .isBefore(packageOf(outcome, "a").integratedAt());
    }

    @Test
    void anEjectedPackageRunsAgainOnTheNewHeadWithTheReasonInItsPrompt() {
        engine.integration.verdict = candidate -> candidate.taskId().equals("p-1.a.1")
                ? new Verdict.Conflict("a", List.of("shared.txt"))
                : new Verdict.Integrated(candidate.packageId(), "c-" + candidate.packageId());

        PlanOutcome outcome = engine.run(plan(pack("a"), pack("b")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
        assertThat(packageOf(outcome, "a").attempts()).hasSize(2);
        assertThat(packageOf(outcome, "a").attempts().getFirst().ejection()).satisfies(ejection -> {
            assertThat(ejection.kind()).isEqualTo("conflict");
            assertThat(ejection.paths()).containsExactly("shared.txt");
        });
        assertThat(engine.books.briefed).singleElement().satisfies(brief -> {
            assertThat(brief.before()).isEqualTo("p-1.a.1");
            assertThat(brief.verdict()).isInstanceOf(Verdict.Conflict.class);
        });
    }

    @Test
    void aPackageWhoseAttemptsAreUsedUpFailsAndWhatNeedsItIsBlockedWithTheChain() {
        engine.integration.verdict = candidate -> candidate.packageId().equals("a")
                ? new Verdict.Red("a", "mvn verify", "boom")
                : new Verdict.Integrated(candidate.packageId(), "c");

        PlanOutcome outcome = engine.run(plan(pack("a"), pack("b", "a"), pack("c", "b"), pack("d")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.PARTIAL);
        assertThat(packageOf(outcome, "a").state()).isEqualTo(PackageState.FAILED);
        assertThat(packageOf(outcome, "a").attempts()).hasSize(3);
        assertThat(packageOf(outcome, "b").reason()).isEqualTo("needs a, which is failed");
        assertThat(packageOf(outcome, "c").state()).isEqualTo(PackageState.BLOCKED);
        assertThat(packageOf(outcome, "c").reason()).startsWith("needs b, which needs a, which is");
        assertThat(packageOf(outcome, "d").state()).isEqualTo(PackageState.INTEGRATED);
    }

    @Test
    void onFailureStopStartsNothingNewAndStopsWhatRuns() {
        script("a", TEN, Outcome.REJECTED);
        script("b", Duration.ofHours(5), Outcome.ACCEPTED);

        PlanOutcome outcome = engine.run(plan(2, OnFailure.STOP, pack("a"), pack("b"), pack("c")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.FAILED);
        assertThat(packageOf(outcome, "a").state()).isEqualTo(PackageState.REJECTED);
        assertThat(packageOf(outcome, "b").attempts().getFirst().outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(packageOf(outcome, "c").state()).isEqualTo(PackageState.BLOCKED);
        assertThat(packageOf(outcome, "c").attempts()).isEmpty();
    }

    @Test
    void aPersonCanGrantAnotherAttempt() {
        script("a#1", TEN, Outcome.FAILED);
        WorkflowStub plan = engine.submit("p-1", plan(2, OnFailure.ASK, pack("a"), pack("b", "a")));
        engine.sleep(Duration.ofMinutes(25));
        await(() -> view(plan).question() != null);
        assertThat(view(plan).status()).isEqualTo(PlanStatus.WAITING);

        plan.update("answer", PlanReceipt.class, new PlanAnswer("", PlanChoice.RETRY, "mind the locks", "ann"));

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
        assertThat(packageOf(outcome, "a").attempts()).hasSize(2);
        assertThat(engine.books.briefed.getFirst().guidance()).containsExactly("mind the locks");
    }

    @Test
    void aQuestionWaitsForAnAnswerWithoutEndAndTheRestOfThePlanGoesOn() {
        script("a", TEN, Outcome.FAILED);
        WorkflowStub plan = engine.submit("p-1", plan(2, OnFailure.ASK, pack("a"), pack("b", "a"), pack("c")));
        engine.sleep(Duration.ofDays(60));
        await(() -> view(plan).question() != null);

        plan.update("answer", PlanReceipt.class, new PlanAnswer("", PlanChoice.CONTINUE, "", "ann"));

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.PARTIAL);
        assertThat(packageOf(outcome, "b").state()).isEqualTo(PackageState.BLOCKED);
        assertThat(packageOf(outcome, "c").state()).isEqualTo(PackageState.INTEGRATED);
    }

    @Test
    void aQuestionOfAnUnattendedPlanEndsAsIfThePlanShouldContinue() {
        script("a", TEN, Outcome.FAILED);

        PlanOutcome outcome =
                engine.run(plan(PlanLimits.DEFAULT, OnFailure.ASK, DeliverMode.NONE, false, pack("a"), pack("b", "a")));

        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(packageOf(outcome, "b").state()).isEqualTo(PackageState.BLOCKED);
    }

    @Test
    void aSecondTrespassIsAskedAboutAndNeverMerged() {
        engine.integration.verdict = candidate -> new Verdict.Trespass(candidate.packageId(), List.of("b/x"));
        WorkflowStub plan = engine.submit("p-1", plan(pack("a")));
        engine.sleep(Duration.ofMinutes(25));
        await(() -> view(plan).question() != null);

        plan.update("answer", PlanReceipt.class, new PlanAnswer("", PlanChoice.CONTINUE, "", "ann"));

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.FAILED);
        assertThat(packageOf(outcome, "a").attempts()).hasSize(2);
        assertThat(engine.integration.integrated).isEmpty();
    }

    @Test
    void anUnattendedPlanNeverWaitsForAPerson() {
        engine.integration.verdict = candidate -> new Verdict.Trespass(candidate.packageId(), List.of("b/x"));

        PlanOutcome outcome = engine.run(plan(PlanLimits.DEFAULT, OnFailure.ASK, DeliverMode.NONE, false, pack("a")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.FAILED);
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
    }

    @Test
    void aPlanWhoseBudgetIsSpentStartsNothingNew() {
        engine.books.spent = new PlanSpent(new BigDecimal("2.50"), 10);
        PlanLimits limits = new PlanLimits(1, new BigDecimal("2.50"), null, null);

        PlanOutcome outcome =
                engine.run(plan(limits, OnFailure.CONTINUE_INDEPENDENT, DeliverMode.NONE, true, pack("a"), pack("b")));

        assertThat(outcome.cause()).isEqualTo(Cause.BUDGET);
        assertThat(outcome.packages()).allMatch(each -> each.attempts().isEmpty());
    }

    @Test
    void aPlanWhoseTimeIsUpStopsWhatRuns() {
        script("a", Duration.ofHours(5), Outcome.ACCEPTED);
        PlanLimits limits = new PlanLimits(1, null, null, Duration.ofHours(1));

        PlanOutcome outcome =
                engine.run(plan(limits, OnFailure.CONTINUE_INDEPENDENT, DeliverMode.NONE, true, pack("a"), pack("b")));

        assertThat(outcome.cause()).isEqualTo(Cause.LIMIT);
        assertThat(packageOf(outcome, "a").attempts().getFirst().outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(packageOf(outcome, "b").state()).isEqualTo(PackageState.BLOCKED);
    }

    @Test
    void onlyAnAcceptedPlanIsDelivered() {
        PlanOutcome accepted = engine.run(
                plan(PlanLimits.DEFAULT, OnFailure.CONTINUE_INDEPENDENT, DeliverMode.BRANCH, true, pack("a")));

        assertThat(accepted.delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(engine.integration.deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.base()).isEqualTo("head-0");
            assertThat(delivery.head().commit()).isEqualTo("head-1");
        });

        script("b", TEN, Outcome.REJECTED);
        PlanOutcome partial = outcome(engine.submit(
                "p-2",
                plan(
                        PlanLimits.DEFAULT,
                        OnFailure.CONTINUE_INDEPENDENT,
                        DeliverMode.BRANCH,
                        true,
                        pack("a"),
                        pack("b"))));
        assertThat(partial.status()).isEqualTo(PlanStatus.PARTIAL);
        assertThat(partial.delivery().state()).isEqualTo(DeliveryState.NONE);
        assertThat(engine.integration.deliveries).hasSize(1);
    }

    @Test
    void packagesThatNeedEachOtherEndThePlanInsteadOfWaitingForever() {
        PlanOutcome outcome = engine.run(plan(pack("a", "b"), pack("b", "a"), pack("c")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.PARTIAL);
        assertThat(packageOf(outcome, "a").state()).isEqualTo(PackageState.BLOCKED);
    }

    @Test
    void aRepositoryThatCannotBeOpenedFailsThePlanWithItsReason() {
        engine.integration.openFails = ApplicationFailure.newNonRetryableFailure(
                "/repositories/shop is no git repository", FailureTypes.WORKSPACE_UNUSABLE);

        PlanOutcome outcome = engine.run(plan(pack("a")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.FAILED);
        assertThat(outcome.cause()).isEqualTo(Cause.CONFIGURATION);
        assertThat(outcome.reason()).contains("no git repository");
        assertThat(packageOf(outcome, "a").state()).isEqualTo(PackageState.BLOCKED);
    }

    @Test
    void anIntegrationThatCannotBeDoneFailsItsPackagesAndNotThePlan() {
        engine.integration.integrateFails =
                ApplicationFailure.newNonRetryableFailure("the disk is full", FailureTypes.WORKSPACE_UNUSABLE);

        PlanOutcome outcome = engine.run(plan(pack("a")));

        assertThat(outcome.status()).isEqualTo(PlanStatus.FAILED);
        assertThat(packageOf(outcome, "a").reason()).contains("the disk is full");
    }

    /** Continues as new after few events. */
    public static final class ImpatientPlan extends DelegatingPlanWorkflow {
        @WorkflowInit
        public ImpatientPlan(PlanInput input) {
            super(new PlanWorkflowImpl(input, 60));
        }

        @Override
        public PlanOutcome run(PlanInput input) {
            return plan.run(input);
        }
    }

    @Test
    void aPlanThatContinuesAsNewLosesNeitherTasksNorPackages() {
        engine.close();
        engine = new PlanEngine(ImpatientPlan.class);
        // The engine does not skip time any more once a task outlives the run that started it.
        IntStream.range(0, 40).forEach(i -> script("k%02d".formatted(i), Duration.ofMillis(100), Outcome.ACCEPTED));
        script("k00", Duration.ofSeconds(5), Outcome.ACCEPTED);
        var packages = IntStream.range(0, 40)
                .mapToObj(i ->
                        i % 5 == 4 ? pack("k%02d".formatted(i), "k%02d".formatted(i - 1)) : pack("k%02d".formatted(i)))
                .toArray(dev.pawl.workflows.model.plan.PackageRequest[]::new);

        WorkflowStub plan = engine.submit("p-1", plan(5, OnFailure.CONTINUE_INDEPENDENT, packages));
        PlanOutcome outcome = engine.outcomeWithin(plan, Duration.ofSeconds(60));

        assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
        assertThat(outcome.packages())
                .hasSize(40)
                .allMatch(each -> each.attempts().size() == 1);
        assertThat(engine.integration.integrated).doesNotHaveDuplicates().hasSize(40);
        assertThat(engine.events(plan)).isLessThan(200);
    }
}
