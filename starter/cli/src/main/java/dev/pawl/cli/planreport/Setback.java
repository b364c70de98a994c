package dev.pawl.cli.planreport;

import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.PackageAttempt;
import java.util.ArrayList;
import java.util.List;

/**
 * A result that was not integrated, whatever became of its package afterwards.
 *
 * @param line one line for people
 * @param evidence output of a check; empty if there is none
 */
record Setback(String line, String evidence) {
    static List<Setback> of(PlanFigures figures) {
        List<Setback> setbacks = new ArrayList<>();
        for (OwnershipRefusal refusal : figures.refusals()) {
            if (refusal.iteration() > 0) {
                String paths = String.join(", ", refusal.paths());
                setbacks.add(
                        new Setback("%s changed paths it does not own: %s".formatted(refusal.packageId(), paths), ""));
            }
        }
        for (PackageHistory each : figures.packages()) {
            each.source().getAttemptsList().stream()
                    .filter(PackageAttempt::hasEjection)
                    .map(attempt -> of(each.id(), attempt))
                    .forEach(setbacks::add);
        }
        return setbacks;
    }

    private static Setback of(String id, PackageAttempt attempt) {
        Ejection ejection = attempt.getEjection();
        String detail = ejection.getDetail().isBlank() ? "" : ": " + ejection.getDetail();
        String line = "%s, attempt %d, was not integrated: %s%s"
                .formatted(id, attempt.getNumber(), Wording.word(ejection.getKind()), detail);
        return new Setback(line, ejection.getExcerpt().strip());
    }
}
