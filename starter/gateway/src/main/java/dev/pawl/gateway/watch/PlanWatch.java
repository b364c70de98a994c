package dev.pawl.gateway.watch;

import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.WatchPlanResponse;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.PlanReader;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Watches plans for readers. */
public final class PlanWatch {
    private final PlanReader plans;
    private final Pace pace;
    private final BooleanSupplier closing;

    /** @param closing whether the server shuts down, which ends every watch */
    public PlanWatch(PlanReader plans, Pace pace, BooleanSupplier closing) {
        this.plans = plans;
        this.pace = pace;
        this.closing = closing;
    }

    /**
     * Sends the plan, and again whenever it changed, until it has ended.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND for an unknown plan, UNAVAILABLE if the server shuts down
     */
    public void follow(String planId, Outlet<WatchPlanResponse> outlet) {
        long sent = plans.version(planId);
        boolean ended = send(planId, outlet);
        long lastAt = System.nanoTime();
        while (!ended) {
            LockSupport.parkNanos(Pace.PROGRESS.toNanos());
            outlet.check();
            if (closing.getAsBoolean()) {
                throw Failures.unavailable("the gateway shuts down; watch again");
            }
            long version = plans.version(planId);
            if (version != sent) {
                sent = version;
                ended = send(planId, outlet);
                lastAt = System.nanoTime();
            } else if (System.nanoTime() - lastAt > pace.heartbeat().toNanos()) {
                outlet.send(WatchPlanResponse.getDefaultInstance());
                lastAt = System.nanoTime();
            }
        }
    }

    /** @return whether the plan has ended */
    private boolean send(String planId, Outlet<WatchPlanResponse> outlet) {
        Plan plan = plans.plan(planId);
        outlet.send(WatchPlanResponse.newBuilder().setPlan(plan).build());
        return PlanReader.ended(plan.getStatus());
    }
}
