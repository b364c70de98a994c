package dev.pawl.plan;

import dev.pawl.evidence.EvidenceHost;
import dev.pawl.evidence.TreeChecks;
import dev.pawl.evidence.attempt.HostActivity;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.integration.IntegrationRepositories;
import dev.pawl.workspace.integration.IntegrationRepository;

/** Works on the integration repositories of one host. Everything may be repeated. */
public final class IntegrationActivitiesImpl implements IntegrationActivities {
    private final EvidenceHost host;
    private final String hostId;
    private final IntegrationRepositories repositories;
    private final PlanDeliveries deliveries;

    public IntegrationActivitiesImpl(EvidenceHost host, String hostId, IntegrationRepositories repositories) {
        this.host = host;
        this.hostId = hostId;
        this.repositories = repositories;
        this.deliveries = new PlanDeliveries(repositories, new ResultDelivery(host.workspaces()));
    }

    @Override
    public IntegrationHead open(OpenIntegration input) {
        return HostActivity.alone(host.workspaces().turns(), input.planId(), attempt -> {
            IntegrationRepository repository = repositories.make(input.planId(), input.workspace());
            return new IntegrationHead(hostId, repository.directory().toString(), repository.start());
        });
    }

    @Override
    public IntegrateResult integrate(IntegrateCall input) {
        return HostActivity.run(
                host.workspaces().turns(),
                input.planId(),
                check -> {},
                progress -> {
                    TreeChecks checks = new TreeChecks(
                            host,
                            input.planId(),
                            input.sandbox(),
                            input.environment(),
                            input.setup(),
                            input.checks(),
                            progress);
                    host.processes().sweep(input.planId());
                    return repositories.alone(
                            input.planId(),
                            input.head().commit(),
                            repository -> Integration.of(host, repository, input, checks)
                                    .run());
                },
                result -> {});
    }

    @Override
    public Delivered deliver(PlanDelivery input) {
        return HostActivity.alone(
                host.workspaces().turns(), input.planId(), attempt -> deliveries.deliver(input, attempt::check));
    }

    @Override
    public void release(ReleaseIntegration input) {
        HostActivity.alone(host.workspaces().turns(), input.planId(), attempt -> {
            host.processes().sweep(input.planId());
            Removal.remove(host.directories().checks(input.planId()));
            host.workspaces().undoneDelivery().undo(input.planId(), attempt::check);
            host.workspaces().release(input.planId());
            return input;
        });
    }
}
