package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.activity.workspace.Delivered;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An integration repository in memory: the head counts what is integrated. */
final class FakeIntegration implements IntegrationActivities {
    final List<IntegrateCall> calls = new CopyOnWriteArrayList<>();
    final List<PlanDelivery> deliveries = new CopyOnWriteArrayList<>();
    final List<String> released = new CopyOnWriteArrayList<>();
    /** Integrated packages in order. */
    final List<String> integrated = new CopyOnWriteArrayList<>();

    volatile Function<Candidate, Verdict> verdict =
            candidate -> new Verdict.Integrated(candidate.packageId(), "c-" + candidate.packageId());

    volatile Delivered delivered = new Delivered(true, "branch pawl/p-1");

    @Nullable
    volatile RuntimeException openFails;

    @Nullable
    volatile RuntimeException integrateFails;

    volatile Runnable beforeIntegrating = () -> {};

    @Override
    public IntegrationHead open(OpenIntegration input) {
        RuntimeException failure = openFails;
        if (failure != null) {
            throw failure;
        }
        return new IntegrationHead(FakePlanBooks.HOST, "/plans/" + input.planId(), "head-0");
    }

    @Override
    public IntegrateResult integrate(IntegrateCall input) {
        calls.add(input);
        beforeIntegrating.run();
        RuntimeException failure = integrateFails;
        if (failure != null) {
            throw failure;
        }
        List<Verdict> verdicts = input.candidates().stream().map(verdict).toList();
        verdicts.stream()
                .filter(Verdict.Integrated.class::isInstance)
                .map(Verdict::packageId)
                .forEach(integrated::add);
        return new IntegrateResult("head-" + integrated.size(), verdicts);
    }

    @Override
    public Delivered deliver(PlanDelivery input) {
        deliveries.add(input);
        return delivered;
    }

    @Override
    public void release(ReleaseIntegration input) {
        released.add(input.planId());
    }
}
