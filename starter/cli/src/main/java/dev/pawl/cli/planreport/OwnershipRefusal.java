package dev.pawl.cli.planreport;

import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that was refused because it changes paths which its package does not own.
 *
 * @param iteration of the task whose evidence showed it; 0 if the merge queue did
 */
record OwnershipRefusal(String packageId, String taskId, int iteration, List<String> paths) {
    private static final String FINDING = "outside_ownership";

    OwnershipRefusal {
        paths = List.copyOf(paths);
    }

    /** @param task of the attempt; null if it cannot be read any more */
    static List<OwnershipRefusal> of(PlanPackage source, PackageAttempt attempt, @Nullable Task task) {
        List<OwnershipRefusal> refusals = new ArrayList<>();
        List<Iteration> iterations = task == null ? List.of() : task.getIterationsList();
        for (Iteration iteration : iterations) {
            List<String> paths = iteration.getFindingsList().stream()
                    .filter(finding -> finding.getKind().equals(FINDING))
                    .map(Finding::getPath)
                    .toList();
            if (!paths.isEmpty()) {
                refusals.add(new OwnershipRefusal(source.getId(), attempt.getTaskId(), iteration.getNumber(), paths));
            }
        }
        if (attempt.getEjection().getKind() == EjectionKind.EJECTION_KIND_TRESPASS) {
            List<String> paths = attempt.getEjection().getPathsList();
            refusals.add(new OwnershipRefusal(source.getId(), attempt.getTaskId(), 0, paths));
        }
        return refusals;
    }
}
