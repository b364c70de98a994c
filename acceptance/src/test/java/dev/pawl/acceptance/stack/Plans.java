package dev.pawl.acceptance.stack;

import dev.pawl.api.v1.GetPlanRequest;
import dev.pawl.api.v1.ListPlansRequest;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Reads the plans of a stack. */
public final class Plans {
    private static final Duration BOUND = Duration.ofMinutes(8);

    private final LocalStack stack;

    public Plans(LocalStack stack) {
        this.stack = stack;
    }

    public Plan newest() {
        ListPlansRequest request = ListPlansRequest.newBuilder().setPageSize(1).build();
        return get(stack.client().plans().listPlans(request).getPlans(0).getId());
    }

    public Plan get(String id) {
        return stack.client()
                .plans()
                .getPlan(GetPlanRequest.newBuilder().setPlanId(id).build())
                .getPlan();
    }

    public int count() {
        ListPlansRequest request =
                ListPlansRequest.newBuilder().setPageSize(1000).build();
        return stack.client().plans().listPlans(request).getPlansCount();
    }

    /** The plan once it is so, or has ended otherwise. */
    public Plan await(String id, Predicate<Plan> state) {
        Awaitility.await(id)
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state.test(get(id)) || get(id).hasFinishedAt());
        return get(id);
    }

    public Plan finished(String id) {
        return await(id, Plan::hasFinishedAt);
    }

    public static PlanPackage packageOf(Plan plan, String id) {
        return plan.getPackagesList().stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The tasks of all attempts of all packages. */
    public static List<String> taskIds(Plan plan) {
        return plan.getPackagesList().stream()
                .flatMap(each -> each.getAttemptsList().stream())
                .map(attempt -> attempt.getTaskId())
                .toList();
    }
}
