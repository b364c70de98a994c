package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.DeliveryState;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.task.state.Line;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import org.slf4j.Logger;

/** What leaves the integration repository at the end of a plan. */
final class PlanDeliveries {
    private static final Logger LOG = Workflow.getLogger(PlanDeliveries.class);

    private final String planId;
    private final PlanState state;
    private final PlanDisplay display;

    PlanDeliveries(String planId, PlanState state, PlanDisplay display) {
        this.planId = planId;
        this.state = state;
        this.display = display;
    }

    /** Nothing is delivered of a plan that was not accepted. A delivery that fails is a value. */
    Delivery deliver(PlanStatus status) {
        PlanRequest terms = state.terms();
        IntegrationHead head = state.opened();
        String base = state.base;
        if (terms.deliver() == DeliverMode.NONE || base == null || base.equals(head.commit())) {
            return Delivery.NONE;
        }
        if (status != PlanStatus.ACCEPTED) {
            return new Delivery(DeliveryState.NONE, "not delivered: the plan is " + status.wire());
        }
        display.show("delivering");
        try {
            Delivered delivered = PlanSteps.integration(head.host(), terms, 1)
                    .deliver(new PlanDelivery(
                            planId,
                            terms.title(),
                            head,
                            base,
                            terms.workspace(),
                            terms.deliver(),
                            terms.branch(),
                            terms.squash()));
            String note = Line.of(delivered.note(), PlanDisplay.MAX_NOTE);
            return delivered.done() ? Delivery.delivered(note) : Delivery.failed(note);
        } catch (ActivityFailure e) {
            return Delivery.failed("the delivery failed: " + PlanSteps.failed(e));
        }
    }

    /** Lets others use the repository; a failure is logged, since the plan has ended. */
    void release() {
        IntegrationHead head = state.head;
        if (head != null) {
            try {
                PlanSteps.integration(head.host(), state.terms(), 1)
                        .release(new ReleaseIntegration(planId, state.terms().workspace()));
            } catch (ActivityFailure e) {
                LOG.warn("the integration repository of {} was not released", planId, e);
            }
        }
    }
}
