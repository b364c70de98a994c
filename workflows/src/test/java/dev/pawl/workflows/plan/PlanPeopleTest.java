package dev.pawl.workflows.plan;

import static dev.pawl.workflows.plan.PlanEngine.await;
import static dev.pawl.workflows.plan.PlanEngine.outcome;
import static dev.pawl.workflows.plan.PlanEngine.packageOf;
import static dev.pawl.workflows.plan.PlanEngine.script;
import static dev.pawl.workflows.plan.PlanEngine.view;
import static dev.pawl.workflows.plan.PlanSamples.pack;
import static dev.pawl.workflows.plan.PlanSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanReceipt;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people can say to a running plan. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlanPeopleTest {
    private static final Duration LONG = Duration.ofHours(20);
    /** Longer than an ordinary package takes. */
    private static final Duration FIFTEEN = Duration.ofMinutes(15);

    private static final Action ANN = new Action("not needed", "ann");

    private final PlanEngine engine = new PlanEngine();

    @BeforeEach
    void slow() {
        script("slow", LONG, Outcome.ACCEPTED);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private WorkflowStub running(PackageRequest... packages) {
        WorkflowStub plan = engine.submit("p-1", plan(packages));
        await(() -> packageOf(plan, "slow").state() == PackageState.RUNNING);
        return plan;
    }

    private static PackageAction said(String packageId) {
        return new PackageAction(packageId, "please", "ann");
    }

    @Test
    void aCancelEndsTheTasksInOrderAndThePlanAsCancelled() {
        WorkflowStub plan = running(pack("slow"), pack("next", "slow"));

        plan.signal("cancel", ANN);

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.CANCELLED);
        assertThat(outcome.reason()).startsWith("cancelled by ann: not needed");
        assertThat(packageOf(outcome, "slow").attempts().getFirst().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(packageOf(outcome, "next").state()).isEqualTo(PackageState.CANCELLED);
        assertThat(engine.books.finished).hasSize(1);
    }

    @Test
    void aCancelInTheEngineEndsTheTasksToo() {
        WorkflowStub plan = running(pack("slow"));

        plan.cancel();

        await(() -> !engine.books.finished.isEmpty());
        assertThat(engine.books.finished.getFirst().outcome().status()).isEqualTo(PlanStatus.CANCELLED);
        assertThat(engine.task("p-1.slow.1")
                        .getResult(dev.pawl.workflows.model.outcome.TaskOutcome.class)
                        .outcome())
                .isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aStoppedPlanIntegratesWhatIsAcceptedAndStopsTheRest() {
        WorkflowStub plan = running(pack("slow"), pack("quick"), pack("next", "slow"));
        engine.sleep(FIFTEEN);
        await(() -> packageOf(plan, "quick").state() == PackageState.INTEGRATED);

        plan.update("stop", PlanReceipt.class, said(""));

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.PARTIAL);
        assertThat(packageOf(outcome, "slow").state()).isEqualTo(PackageState.CANCELLED);
        assertThat(packageOf(outcome, "next").state()).isEqualTo(PackageState.CANCELLED);
        assertThatThrownBy(() -> plan.update("pause", PlanReceipt.class, said("")))
                .isNotNull();
    }

    @Test
    void aPausedPlanStartsNothingUntilResumed() {
        WorkflowStub plan = running(pack("slow"), pack("quick"), pack("next", "quick"));
        plan.update("pause", PlanReceipt.class, said(""));
        engine.sleep(FIFTEEN);
        await(() -> packageOf(plan, "quick").state() == PackageState.INTEGRATED);
        assertThat(view(plan).status()).isEqualTo(PlanStatus.PAUSED);
        assertThat(packageOf(plan, "next").state()).isEqualTo(PackageState.WAITING);
        assertThatThrownBy(() -> plan.update("pause", PlanReceipt.class, said("")))
                .hasStackTraceContaining("already paused");

        plan.update("resume", PlanReceipt.class, said(""));

        assertThat(outcome(plan).status()).isEqualTo(PlanStatus.ACCEPTED);
    }

    @Test
    void aPackageIsPausedInstructedAndResumedThroughItsPlan() {
        WorkflowStub plan = running(pack("slow"));

        plan.update("pause", PlanReceipt.class, said("slow"));
        plan.update("instruct", PlanReceipt.class, new PackageAction("slow", "use records", "ann"));
        plan.update("resume", PlanReceipt.class, said("slow"));

        await(() -> engine.task("p-1.slow.1")
                .query("view", TaskView.class)
                .phase()
                .equals("pause:please|instruct:use records|resume:please"));
        assertThat(packageOf(plan, "slow").paused()).isFalse();
    }

    @Test
    void aCancelledPackageBlocksWhatNeedsItAndThePlanGoesOn() {
        WorkflowStub plan = running(pack("slow"), pack("next", "slow"), pack("other"));

        plan.update("cancelPackage", PlanReceipt.class, said("slow"));

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.PARTIAL);
        assertThat(packageOf(outcome, "slow").state()).isEqualTo(PackageState.CANCELLED);
        assertThat(packageOf(outcome, "next").reason()).isEqualTo("needs slow, which is cancelled");
        assertThat(packageOf(outcome, "other").state()).isEqualTo(PackageState.INTEGRATED);
    }

    @Test
    void aDroppedPackageIsNoLossOfThePlan() {
        WorkflowStub plan = running(pack("slow"), pack("other"));

        plan.update("dropPackage", PlanReceipt.class, said("slow"));

        PlanOutcome outcome = outcome(plan);
        assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
        assertThat(packageOf(outcome, "slow").state()).isEqualTo(PackageState.DROPPED);
        assertThat(packageOf(outcome, "slow").attempts().getFirst().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aPackageCanBeAddedToARunningPlan() {
        WorkflowStub plan = running(pack("slow"));

        plan.update("addPackage", PlanReceipt.class, new AddPackage(pack("more"), "ann"));
        engine.sleep(FIFTEEN);
        await(() -> packageOf(plan, "more").state() == PackageState.INTEGRATED);

        plan.update("dropPackage", PlanReceipt.class, said("slow"));
        assertThat(outcome(plan).packages()).hasSize(2);
        assertThat(engine.books.recorded)
                .anySatisfy(recorded -> assertThat(recorded.revised())
                        .extracting(PackageRequest::id)
                        .containsExactly("more"));
    }

    @Test
    void aPackageThatOwnsWhatAnotherOwnsIsNotAdded() {
        WorkflowStub plan = running(pack("slow"));
        PackageRequest thief = pack("thief")
                .with(pack("thief").task().toBuilder()
                        .owns(List.of("slow/x.txt"))
                        .build());

        assertThatThrownBy(() -> plan.update("addPackage", PlanReceipt.class, new AddPackage(thief, "ann")))
                .hasStackTraceContaining("both own paths");
        assertThatThrownBy(() -> plan.update("addPackage", PlanReceipt.class, new AddPackage(pack("slow"), "ann")))
                .hasStackTraceContaining("two packages have the id");
    }

    @Test
    void ownershipIsExtendedOnlyToWhatNobodyElseOwns() {
        WorkflowStub plan = running(pack("slow"), pack("other", "slow"), pack("free"));
        engine.sleep(FIFTEEN);
        await(() -> packageOf(plan, "free").state() == PackageState.INTEGRATED);

        ChangePackage foreign = new ChangePackage("slow", null, List.of("third/**"), List.of(), "", "ann");
        plan.update("changePackage", PlanReceipt.class, foreign);
        plan.update("addPackage", PlanReceipt.class, new AddPackage(pack("fourth"), "ann"));

        ChangePackage taken = new ChangePackage("slow", null, List.of("**/fourth"), List.of(), "", "ann");
        engine.sleep(FIFTEEN);
        await(() -> packageOf(plan, "fourth").state() == PackageState.INTEGRATED);
        // What has ended owns nothing any more.
        plan.update("changePackage", PlanReceipt.class, taken);
        assertThatThrownBy(() -> plan.update(
                        "changePackage",
                        PlanReceipt.class,
                        new ChangePackage("nobody", null, List.of("x"), List.of(), "", "ann")))
                .hasStackTraceContaining("no package 'nobody'");
    }
}
