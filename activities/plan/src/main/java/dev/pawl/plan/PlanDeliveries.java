package dev.pawl.plan;

import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.integration.IntegrationRepositories;
import dev.pawl.workspace.integration.IntegrationRepository;
import dev.pawl.workspace.lock.DeliveryWatch;

/** Delivers what a plan integrated: its commits as a branch, or its files like the result of one task. */
final class PlanDeliveries {
    private final IntegrationRepositories repositories;
    private final ResultDelivery delivery;

    PlanDeliveries(IntegrationRepositories repositories, ResultDelivery delivery) {
        this.repositories = repositories;
        this.delivery = delivery;
    }

    Delivered deliver(PlanDelivery input, DeliveryWatch watch) {
        if (input.deliver() == DeliverMode.NONE) {
            return new Delivered(true, "nothing was to be delivered");
        }
        if (input.head().commit().equals(input.base())) {
            return new Delivered(true, "there are no changes to deliver");
        }
        DeliverySpec spec = new DeliverySpec(input.deliver(), input.branch(), input.title());
        return repositories.alone(
                input.planId(), input.head().commit(), repository -> deliver(input, spec, repository, watch));
    }

    private Delivered deliver(
            PlanDelivery input, DeliverySpec spec, IntegrationRepository repository, DeliveryWatch watch) {
        String commit = input.head().commit();
        return input.deliver() == DeliverMode.BRANCH && !input.squash()
                ? delivery.deliverCommits(
                        input.planId(), spec, repository.directory(), repository.delivered(commit), watch)
                : delivery.deliver(
                        input.planId(), spec, repositories.snapshot(input.planId(), repository, commit), watch);
    }
}
