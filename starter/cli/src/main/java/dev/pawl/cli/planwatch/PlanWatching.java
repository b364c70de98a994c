package dev.pawl.cli.planwatch;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanServiceGrpc.PlanServiceBlockingStub;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.WatchPlanRequest;
import dev.pawl.api.v1.WatchPlanResponse;
import dev.pawl.cli.connection.Outage;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.report.PlanLines;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches a plan until it ends, or until it needs a person and none is at the terminal. */
public final class PlanWatching {
    private static final long AGAIN_MILLIS = 200;

    /** Opens a new connection: after a restart the gateway's address may have changed. */
    public interface Connector {
        PawlClient open() throws IOException;
    }

    private final Connector connector;
    private final String planId;
    private final PlanNarrator narrator;
    private final PlanDisplay display;
    private final boolean untilQuestion;
    private final @Nullable Duration timeout;

    /**
     * @param untilQuestion ends the watch at a question
     * @param timeout null means never
     */
    public PlanWatching(
            Connector connector,
            String planId,
            PlanNarrator narrator,
            PlanDisplay display,
            boolean untilQuestion,
            @Nullable Duration timeout) {
        this.connector = connector;
        this.planId = planId;
        this.narrator = narrator;
        this.display = display;
        this.untilQuestion = untilQuestion;
        this.timeout = timeout;
    }

    /**
     * The plan when the watch ended.
     *
     * @throws CommandFailure on timeout
     * @throws StatusRuntimeException if the gateway does not come back
     */
    public Plan follow() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Outage outage = new Outage(display::say);
        while (true) {
            try (PawlClient client = connector.open()) {
                Plan last = follow(client, began, outage);
                if (last != null) {
                    return last;
                }
            } catch (StatusRuntimeException failure) {
                if (failure.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
                    throw new CommandFailure(
                            ExitCode.WAIT_TIMED_OUT,
                            "the wait timed out, the plan continues; come back: pawl plan watch " + planId,
                            failure);
                }
                outage.outlast(failure);
            } catch (CommandFailure failure) {
                outage.outlast(failure);
            }
            Thread.sleep(AGAIN_MILLIS);
        }
    }

    /** Null if the stream ended before the plan. */
    private @Nullable Plan follow(PawlClient client, long began, Outage outage) {
        WatchPlanRequest request =
                WatchPlanRequest.newBuilder().setPlanId(planId).build();
        Iterator<WatchPlanResponse> stream = stub(client, began).watchPlan(request);
        while (stream.hasNext()) {
            WatchPlanResponse next = stream.next();
            outage.over();
            if (next.hasPlan()) {
                Plan plan = next.getPlan();
                display.plan(plan);
                narrator.news(plan).forEach(display::say);
                if (PlanLines.ended(plan.getStatus()) || stopsAt(plan)) {
                    return plan;
                }
            }
        }
        return null;
    }

    private boolean stopsAt(Plan plan) {
        return untilQuestion && plan.getStatus() == PlanStatus.PLAN_STATUS_WAITING;
    }

    private PlanServiceBlockingStub stub(PawlClient client, long began) {
        if (timeout == null) {
            return client.planStreams();
        }
        long left = timeout.toNanos() - (System.nanoTime() - began);
        return client.planStreams().withDeadlineAfter(left, TimeUnit.NANOSECONDS);
    }
}
