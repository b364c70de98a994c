package dev.pawl.workflows.plan.schedule;

import dev.pawl.workflows.model.plan.PackageRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package as the schedule sees it.
 *
 * @param needs ids of steps that must be done before; those that are not in the schedule are done
 * @param priority lower first
 * @param estimate absent means unknown
 */
public record Step(
        String id,
        List<String> needs,
        int priority,
        @Nullable Duration estimate) {
    public Step {
        needs = List.copyOf(needs);
    }

    public static Step of(PackageRequest request) {
        return new Step(request.id(), request.needs(), request.priority(), request.estimate());
    }
}
