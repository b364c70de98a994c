package dev.pawl.gateway.view;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ListPlansRequest;
import dev.pawl.api.v1.ListPlansResponse;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.PlanFilter;
import dev.pawl.db.plan.PlanPage;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.db.plan.PlanTaskRow;
import dev.pawl.db.task.ClosestIds;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.wire.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads plans for people and services: from the database, and from the engine until the row exists. */
public final class PlanReader {
    private static final int CLOSEST = 3;
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1000;

    private final PlanReads plans;
    private final Engine engine;
    private final TaskLinks links;

    public PlanReader(PlanReads plans, Engine engine, TaskLinks links) {
        this.plans = plans;
        this.engine = engine;
        this.links = links;
    }

    /** Whether the status is final. */
    public static boolean ended(PlanStatus status) {
        return switch (status) {
            case PLAN_STATUS_ACCEPTED, PLAN_STATUS_PARTIAL, PLAN_STATUS_FAILED, PLAN_STATUS_CANCELLED -> true;
            case PLAN_STATUS_UNSPECIFIED,
                    PLAN_STATUS_SUBMITTED,
                    PLAN_STATUS_RUNNING,
                    PLAN_STATUS_WAITING,
                    PLAN_STATUS_PAUSED,
                    UNRECOGNIZED -> false;
        };
    }

    /** @throws io.grpc.StatusRuntimeException NOT_FOUND naming the closest ids */
    public Plan plan(String planId) {
        return plans.find(planId).map(this::whole).orElseGet(() -> unregistered(planId));
    }

    /** @throws io.grpc.StatusRuntimeException NOT_FOUND naming the closest ids */
    public PlanStatus status(String planId) {
        return plans.find(planId)
                .map(row -> PlanMessages.status(row.status()))
                .orElseGet(() -> unregistered(planId).getStatus());
    }

    /** Changes whenever the stored plan does; 0 for a plan that no worker has registered. */
    public long version(String planId) {
        return plans.version(planId).orElse(0L);
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT for a size out of range or an invalid token */
    public ListPlansResponse page(ListPlansRequest request) {
        int size = request.getPageSize() == 0 ? DEFAULT_SIZE : request.getPageSize();
        if (size < 1 || size > MAX_SIZE) {
            throw Failures.invalid("page_size", "is %d, allowed: 1 to %d".formatted(size, MAX_SIZE));
        }
        PlanFilter filter = new PlanFilter(
                orAbsent(Words.of(request.getStatus())), orAbsent(request.getLabel()), orAbsent(request.getText()));
        PlanPage page = page(filter, size, orAbsent(request.getPageToken()));
        ListPlansResponse.Builder response = ListPlansResponse.newBuilder();
        page.plans().forEach(row -> response.addPlans(PlanMessages.of(row, plans.counts(row.id()), links)));
        if (page.nextPageToken() != null) {
            response.setNextPageToken(page.nextPageToken());
        }
        return response.build();
    }

    private PlanPage page(PlanFilter filter, int size, @Nullable String token) {
        try {
            return plans.list(filter, size, token);
        } catch (IllegalArgumentException notAToken) {
            throw Failures.invalid("page_token", String.valueOf(notAToken.getMessage()));
        }
    }

    private Plan whole(PlanRow row) {
        Plan.Builder plan = PlanMessages.of(row, plans.counts(row.id()), links);
        List<AttemptRow> attempts = plans.attempts(row.id());
        Map<String, List<AttemptRow>> byPackage =
                attempts.stream().collect(Collectors.groupingBy(AttemptRow::packageId));
        List<PlanTaskRow> tasks = plans.tasks(row.id());
        Map<String, PlanTaskRow> byId =
                tasks.stream().collect(Collectors.toMap(PlanTaskRow::taskId, Function.identity()));
        plans.packages(row.id())
                .forEach(each ->
                        plan.addPackages(PackageMessages.of(each, byPackage.getOrDefault(each.id(), List.of()), byId)));
        first(attempts).ifPresent(at -> plan.setStartedAt(Times.of(at)));
        return plan.setTotals(PlanSpending.of(tasks)).build();
    }

    private static Optional<Instant> first(List<AttemptRow> attempts) {
        return attempts.stream().map(AttemptRow::startedAt).min(Instant::compareTo);
    }

    /** A plan that the engine has but no worker has started yet. */
    private Plan unregistered(String planId) {
        return engine.describe(planId)
                .map(workflow -> PlanMessages.of(planId, workflow, links))
                .orElseThrow(() -> Failures.unknownPlan(planId, ClosestIds.to(planId, plans.newestIds(), CLOSEST)));
    }

    private static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }
}
