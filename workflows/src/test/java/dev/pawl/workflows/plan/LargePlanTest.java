package dev.pawl.workflows.plan;

import static dev.pawl.workflows.plan.PlanEngine.script;
import static dev.pawl.workflows.plan.PlanSamples.pack;
import static dev.pawl.workflows.plan.PlanSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.OnFailure;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.plan.schedule.CriticalPath;
import dev.pawl.workflows.plan.schedule.Step;
import dev.pawl.workflows.plan.state.PlanInput;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.History;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans with as many packages as are allowed. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargePlanTest {
    /** The engine ends a run that has more. */
    private static final int ENGINE_EVENTS = 51_200;

    /** The engine suggests a new run beyond it; it ends a run at 50 MiB. */
    private static final int SUGGESTED_BYTES = 4 << 20;

    @Test
    void everyRunOfAPlanOf2000PackagesStaysWithinTheEnginesLimits() {
        PackageRequest[] packages = IntStream.range(0, PlanRequest.MAX_PACKAGES)
                .mapToObj(i -> i % 4 == 3 ? pack(name(i), name(i - 1)) : pack(name(i)))
                .toArray(PackageRequest[]::new);
        try (PlanEngine engine = new PlanEngine()) {
            for (PackageRequest each : packages) {
                script(each.id(), Duration.ofMillis(200), Outcome.ACCEPTED);
            }

            WorkflowStub plan = engine.submit("p-1", plan(100, OnFailure.CONTINUE_INDEPENDENT, packages));
            PlanOutcome outcome = engine.outcomeWithin(plan, Duration.ofMinutes(4));

            assertThat(outcome.status()).as(outcome.reason()).isEqualTo(PlanStatus.ACCEPTED);
            assertThat(engine.integration.integrated).doesNotHaveDuplicates().hasSize(PlanRequest.MAX_PACKAGES);
            List<History> runs = engine.runs(plan);
            System.out.println("2,000 packages: events and bytes of each run: "
                    + runs.stream()
                            .map(run -> run.getEventsCount() + "/" + run.getSerializedSize())
                            .toList());
            assertThat(runs).isNotEmpty().allSatisfy(run -> {
                assertThat(run.getEventsCount()).isLessThan(ENGINE_EVENTS / 4);
                assertThat(run.getSerializedSize()).isLessThan(SUGGESTED_BYTES);
            });
        }
    }

    @Test
    void aPlanCanAskForTheEndOfAsManyTasksAsMayRunAtOnce() {
        DataConverter converter = PawlDataConverter.create(new MemoryClaims());
        AskEnded ask = new AskEnded(
                "p".repeat(100),
                IntStream.range(0, PlanLimits.MAX_PARALLEL)
                        .mapToObj(i -> new PlanMember("p".repeat(100), "k%063d".formatted(i), 20, "h").taskId())
                        .toList());

        Payloads payloads = converter.toPayloads(ask).orElseThrow();

        assertThat(converter.fromPayloads(0, Optional.of(payloads), AskEnded.class, AskEnded.class))
                .isEqualTo(ask);
    }

    /** In one run of at most 4,096 events: the engine skips time only as long as no task outlives the run that started it. */
    public static final class PatientPlan extends DelegatingPlanWorkflow {
        @WorkflowInit
        public PatientPlan(PlanInput input) {
            super(new PlanWorkflowImpl(input, Integer.MAX_VALUE));
        }

        @Override
        public PlanOutcome run(PlanInput input) {
            return plan.run(input);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 3", "50, 4", "200, 16"})
    void theMakespanOfTasksOfKnownDurationsIsWithinFivePercentOfTheLowerBound(int packages, int slots) {
        Random random = new Random(packages);
        List<PackageRequest> all = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Duration work = Duration.ZERO;
        try (PlanEngine engine = new PlanEngine(PatientPlan.class)) {
            for (int i = 0; i < packages; i++) {
                Duration takes = Duration.ofMinutes(60 + random.nextInt(600));
                String[] needs = i % 3 == 2 ? new String[] {name(random.nextInt(i / 2 + 1))} : new String[0];
                PackageRequest each = estimated(pack(name(i), needs), takes);
                all.add(each);
                steps.add(Step.of(each));
                script(each.id(), takes, Outcome.ACCEPTED);
                work = work.plus(takes);
            }
            Duration path = new CriticalPath(steps).length();
            Duration share = work.dividedBy(slots);
            Duration bound = path.compareTo(share) > 0 ? path : share;

            PlanOutcome outcome =
                    engine.run(plan(slots, OnFailure.CONTINUE_INDEPENDENT, all.toArray(PackageRequest[]::new)));

            Duration makespan = makespan(outcome);
            System.out.printf(
                    "%d packages in %d slots: makespan %s, lower bound %s, %.3f x, %d ms over it per package%n",
                    packages,
                    slots,
                    makespan,
                    bound,
                    (double) makespan.toMillis() / bound.toMillis(),
                    makespan.minus(bound).toMillis() / packages);
            assertThat(outcome.status()).isEqualTo(PlanStatus.ACCEPTED);
            assertThat((double) makespan.toMillis() / bound.toMillis()).isLessThanOrEqualTo(1.05);
        }
    }

    private static PackageRequest estimated(PackageRequest each, Duration takes) {
        return new PackageRequest(
                each.id(),
                each.task(),
                each.needs(),
                each.mayTouch(),
                each.priority(),
                takes,
                each.attempts(),
                each.issues());
    }

    /** By the engine's clock, which skips what nobody works in. */
    private static Duration makespan(PlanOutcome outcome) {
        Instant first = outcome.packages().stream()
                .map(each -> each.attempts().getFirst().startedAt())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = outcome.packages().stream()
                .map(each -> Objects.requireNonNull(each.integratedAt()))
                .max(Instant::compareTo)
                .orElseThrow();
        return Duration.between(first, last);
    }

    private static String name(int i) {
        return "k%04d".formatted(i);
    }
}
