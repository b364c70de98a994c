package dev.pawl.cli.report;

import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Task;
import java.util.Optional;

/**
 * What a check showed besides its result in the workspace, in a few words each.
 *
 * @param inBase before any agent worked
 * @param clean on a clean checkout of the result
 * @param withoutTheWork with the work put back to the base
 */
public record CheckStory(String inBase, String clean, String withoutTheWork) {
    public static CheckStory of(Task task, Iteration iteration, Check check) {
        return new CheckStory(before(task, check), clean(iteration, check), without(task, iteration, check));
    }

    private static String before(Task task, Check check) {
        return task.getBaselineList().stream()
                .filter(before -> before.getName().equals(check.getName()))
                .findFirst()
                .map(before -> Lines.check(before.toBuilder()
                        .clearNewFailures()
                        .setSatisfied(false)
                        .build()))
                .orElse("not run");
    }

    private static String clean(Iteration iteration, Check check) {
        if (iteration.getProof().getVerified()) {
            return "green";
        }
        String named = "check '%s'".formatted(check.getName());
        boolean differs = iteration.getFindingsList().stream()
                .anyMatch(finding -> finding.getKind().equals("clean_checkout_differs")
                        && finding.getDetail().contains(named));
        boolean later = control(iteration, check)
                .filter(control -> !control.getState().equals("not_done"))
                .isPresent();
        return differs ? "red" : later ? "green" : "not run";
    }

    private static String without(Task task, Iteration iteration, Check check) {
        return control(iteration, check)
                .map(control -> switch (control.getState()) {
                    case "confirmed" -> "red as before";
                    case "refuted" -> "green";
                    case "unclear" -> "red otherwise";
                    default -> "not run";
                })
                .orElse(greenBefore(task, check) ? "green before" : "not run");
    }

    private static boolean greenBefore(Task task, Check check) {
        return task.getBaselineList().stream()
                .anyMatch(before -> before.getName().equals(check.getName()) && before.getSatisfied());
    }

    private static Optional<Control> control(Iteration iteration, Check check) {
        return iteration.getProof().getControlsList().stream()
                .filter(control -> control.getCheck().equals(check.getName()))
                .findFirst();
    }
}
