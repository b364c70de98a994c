package dev.pawl.cli.planreport;

import static dev.pawl.cli.planreport.SamplePlans.at;
import static dev.pawl.cli.planreport.SamplePlans.attempt;
import static dev.pawl.cli.planreport.SamplePlans.ejected;
import static dev.pawl.cli.planreport.SamplePlans.integrated;
import static dev.pawl.cli.planreport.SamplePlans.plan;
import static dev.pawl.cli.planreport.SamplePlans.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanFiguresTest {
    /** Two at once, then one that needs both, and waits for the merge of the longer one. */
    private static final Plan JOIN =
            plan(2, 18, integrated("a", 0, 10, 12), integrated("b", 0, 4, 6), integrated("c", 12, 16, 18, "a", "b"));

    @Test
    void x8_theSpeedUpIsMeasuredAgainstTheWallClock() {
        PlanFigures figures = figures(JOIN);

        assertThat(figures.makespan()).isEqualTo(seconds(18));
        assertThat(figures.work()).isEqualTo(seconds(10 + 4 + 4));
        assertThat(figures.speedUp()).hasValue(1.0);
    }

    @Test
    void theCriticalPathIsTheLongestChainOfNeedsAsItHappened() {
        PlanFigures figures = figures(JOIN);

        assertThat(figures.critical()).containsExactly("a", "c");
        assertThat(figures.criticalTime()).isEqualTo(seconds(14));
        assertThat(figures.lowerBound()).isEqualTo(seconds(14));
        assertThat(figures.efficiency().orElseThrow()).isCloseTo(14.0 / 18, within(1e-9));
    }

    @Test
    void theBoundIsThatOfTheSlotsIfTheyAreScarcer() {
        PlanFigures figures = figures(plan(1, 20, integrated("a", 0, 8, 9), integrated("b", 9, 17, 18)));

        assertThat(figures.lowerBound()).isEqualTo(seconds(16));
        assertThat(figures.limitedBySlots()).isTrue();
        assertThat(figures.efficiency()).hasValue(0.8);
    }

    @Test
    void everyIdleSecondOfASlotHasAReason() {
        PlanFigures figures = figures(JOIN);

        assertThat(figures.idle())
                .isEqualTo(Map.of(
                        IdleReason.STARTING, seconds(0),
                        IdleReason.NEEDS, seconds(6), // c needs a, from 4 to 10
                        IdleReason.QUEUE, seconds(2), // c waits for the merge of a, from 10 to 12
                        IdleReason.NOTHING_LEFT, seconds(2 + 4 + 4)));
        assertThat(figures.idleTime()).isEqualTo(seconds(2 * 18 - 18));
    }

    @Test
    void aReadyPackageThatDoesNotStartIsALossOfStarting() {
        assertThat(figures(plan(1, 6, integrated("a", 3, 5, 6))).idle())
                .containsEntry(IdleReason.STARTING, seconds(3))
                .containsEntry(IdleReason.NOTHING_LEFT, seconds(1));
    }

    @Test
    void theTimeInWhichThePlanOpensIsALossOfStarting() {
        PlanPackage.Builder first = integrated("a", 4, 6, 7).setReadyAt(at(4));

        assertThat(figures(plan(2, 7, first, integrated("b", 7, 7, 7, "a"))).idle())
                .containsEntry(IdleReason.STARTING, seconds(4)) // a
                .containsEntry(IdleReason.NEEDS, seconds(4 + 2)) // b
                .containsEntry(IdleReason.QUEUE, seconds(1)); // b
    }

    @Test
    void anEjectedPackageCountsWithAllItsAttempts() {
        PlanPackage.Builder twice = integrated("a", 0, 5, 11)
                .setAttempts(0, ejected(1, 0, 5, 6, EjectionKind.EJECTION_KIND_RED_CHECK))
                .addAttempts(attempt(2, 8, 10));

        PlanFigures figures = figures(plan(1, 11, twice));

        assertThat(figures.work()).isEqualTo(seconds(7));
        assertThat(figures.attempts()).isEqualTo(2);
        assertThat(figures.ejections()).isEqualTo(Map.of(EjectionKind.EJECTION_KIND_RED_CHECK, 1));
        assertThat(figures.idle())
                .containsEntry(IdleReason.STARTING, seconds(2)) // from its ejection to its second attempt
                .containsEntry(IdleReason.NOTHING_LEFT, seconds(2)); // twice in the merge queue
    }

    @Test
    void aPackageThatWasBlockedExplainsNoIdleSlotAfterwards() {
        PlanPackage.Builder failed = waiting("a")
                .setState(PackageState.PACKAGE_STATE_FAILED)
                .addAttempts(attempt(1, 0, 4).setOutcome(Outcome.OUTCOME_REJECTED))
                .setFinishedAt(at(4));
        PlanPackage.Builder blocked =
                waiting("b", "a").setState(PackageState.PACKAGE_STATE_BLOCKED).setFinishedAt(at(4));

        assertThat(figures(plan(2, 6, failed, blocked)).idle())
                .containsEntry(IdleReason.NEEDS, seconds(4))
                .containsEntry(IdleReason.NOTHING_LEFT, seconds(4));
    }

    @Test
    void aPlanThatRunsIsMeasuredUntilNow() {
        PlanPackage.Builder running = waiting("a")
                .setState(PackageState.PACKAGE_STATE_RUNNING)
                .addAttempts(attempt(1, 2, 0).clearEndedAt().clearOutcome());
        Plan plan = plan(1, 0, running).toBuilder().clearFinishedAt().build();

        PlanFigures figures = PlanFigures.of(plan, id -> null, SamplePlans.CREATED.plusSeconds(7));

        assertThat(figures.makespan()).isEqualTo(seconds(7));
        assertThat(figures.work()).isEqualTo(seconds(5));
    }

    @Test
    void aPlanWithoutTimeHasNoRatios() {
        PlanFigures figures = figures(plan(4, 0));

        assertThat(figures.speedUp()).isEmpty();
        assertThat(figures.efficiency()).isEmpty();
        assertThat(figures.critical()).isEmpty();
    }

    @Test
    void n14_clocksThatDifferGiveNoNegativeTime() {
        PlanFigures figures = figures(plan(1, 5, integrated("a", 4, 2, 3)));

        assertThat(figures.work()).isEqualTo(Duration.ZERO);
        assertThat(figures.idleTime()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void anOwnershipViolationIsCountedWhereverItWasSeen() {
        PlanPackage.Builder trespasser = integrated("a", 0, 5, 11)
                .setAttempts(0, ejected(1, 0, 5, 6, EjectionKind.EJECTION_KIND_TRESPASS))
                .addAttempts(attempt(2, 8, 10));
        Task task = Task.newBuilder()
                .addIterations(iteration(1, "outside_ownership"))
                .addIterations(iteration(2, "protected_changed"))
                .build();

        PlanFigures figures =
                PlanFigures.of(plan(1, 11, trespasser), id -> id.equals("task-2") ? task : null, SamplePlans.CREATED);

        assertThat(figures.refusals())
                .containsExactly(
                        new OwnershipRefusal("a", "task-1", 0, List.of("other/file.py")),
                        new OwnershipRefusal("a", "task-2", 1, List.of("x.py")));
    }

    @Test
    void anUnknownCostIsNeverAZero() {
        PackageAttempt.Builder unpriced =
                attempt(2, 6, 7).setUsage(Usage.newBuilder().setInputTokens(7));
        PackageAttempt.Builder other = attempt(1, 0, 5).setAgent("other").setUsage(Usage.getDefaultInstance());

        PlanFigures figures = figures(plan(
                2,
                9,
                integrated("a", 0, 5, 8).addAttempts(unpriced),
                waiting("b").addAttempts(other)));

        assertThat(figures.agents())
                .containsExactly(
                        new AgentUse("command", 2, 1, 107, new BigDecimal("0.25")),
                        new AgentUse("other", 1, 1, 0, null));
        assertThat(figures.agents())
                .extracting(Wording::cost)
                .containsExactly("≥ $0.25 (1 of 2 attempts unknown)", "cost unknown");
    }

    @Test
    void twoThousandPackagesInOneChainAreComputed() {
        PlanPackage.Builder[] chain = IntStream.range(0, 2000)
                .mapToObj(i -> i == 0 ? integrated("p0", 0, 1, 1) : integrated("p" + i, i, i + 1, i + 1, "p" + (i - 1)))
                .toArray(PlanPackage.Builder[]::new);

        PlanFigures figures = figures(plan(4, 2000, chain));

        assertThat(figures.critical()).hasSize(2000).startsWith("p0", "p1").endsWith("p1999");
        assertThat(figures.speedUp()).hasValue(1.0);
        assertThat(figures.efficiency()).hasValue(1.0);
    }

    private static PlanFigures figures(Plan plan) {
        return PlanFigures.of(plan, id -> null, SamplePlans.CREATED);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Iteration iteration(int number, String finding) {
        return Iteration.newBuilder()
                .setNumber(number)
                .addFindings(Finding.newBuilder().setKind(finding).setPath("x.py"))
                .build();
    }
}
