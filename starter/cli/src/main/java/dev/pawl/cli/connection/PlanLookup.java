package dev.pawl.cli.connection;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetPlanRequest;
import dev.pawl.api.v1.ListPlansRequest;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;

/** Finds plans by their id or a prefix of it. */
public final class PlanLookup {
    private static final String LAST = "last";

    private final PawlClient client;

    public PlanLookup(PawlClient client) {
        this.client = client;
    }

    /**
     * @param id of a plan, a unique prefix, or the word {@value #LAST} for the newest one
     * @throws CommandFailure naming the closest ids if there is no such plan, or more than one
     */
    public Plan find(String id) {
        if (id.equals(LAST)) {
            return newest();
        }
        try {
            return get(id);
        } catch (StatusRuntimeException error) {
            if (error.getStatus().getCode() != Status.Code.NOT_FOUND) {
                throw error;
            }
            List<String> matches = startingWith(id);
            if (matches.size() == 1) {
                return get(matches.getFirst());
            }
            String what = matches.size() > 1 ? "more than one plan begins with '%s'" : "no plan '%s'";
            throw new CommandFailure(
                    ExitCode.USAGE,
                    what.formatted(id)
                            + GatewayErrors.alternatives(
                                    matches.isEmpty() ? GatewayErrors.closest(error) : matches, "pawl plan list"),
                    error);
        }
    }

    private Plan get(String id) {
        return client.plans()
                .getPlan(GetPlanRequest.newBuilder().setPlanId(id).build())
                .getPlan();
    }

    private Plan newest() {
        ListPlansRequest request = ListPlansRequest.newBuilder().setPageSize(1).build();
        return client.plans().listPlans(request).getPlansList().stream()
                .findFirst()
                .map(plan -> get(plan.getId()))
                .orElseThrow(
                        () -> new CommandFailure(ExitCode.USAGE, "there is no plan yet; start one with pawl plan run"));
    }

    private List<String> startingWith(String prefix) {
        ListPlansRequest request =
                ListPlansRequest.newBuilder().setText(prefix).setPageSize(100).build();
        return client.plans().listPlans(request).getPlansList().stream()
                .map(Plan::getId)
                .filter(id -> id.startsWith(prefix))
                .toList();
    }
}
