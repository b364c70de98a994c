package dev.pawl.task.plan;

import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.NewPackage;
import dev.pawl.db.plan.PackageRow;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.AttemptView;
import dev.pawl.workflows.model.plan.Ejection;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageView;
import java.util.List;

/** Packages and attempts as rows, with redacted texts. */
final class PlanTexts {
    private final RedactedJson json;
    private final Redaction redaction;

    PlanTexts(RedactedJson json, Redaction redaction) {
        this.json = json;
        this.redaction = redaction;
    }

    String clean(String text) {
        return redaction.clean(text);
    }

    String json(Object value) {
        return json.of(value);
    }

    String request(Object value) {
        return json.ofRequest(value);
    }

    List<NewPackage> added(List<PackageRequest> requests) {
        return requests.stream()
                .map(request -> new NewPackage(request.id(), json.ofRequest(request)))
                .toList();
    }

    List<PackageRow> packages(List<PackageView> views) {
        return views.stream().map(this::row).toList();
    }

    List<AttemptRow> attempts(List<PackageView> views) {
        return views.stream()
                .flatMap(view -> view.attempts().stream().map(attempt -> row(view.id(), attempt)))
                .toList();
    }

    private PackageRow row(PackageView view) {
        return new PackageRow(
                view.id(),
                null,
                view.state().wire(),
                clean(view.reason()),
                view.paused(),
                view.readyAt(),
                view.acceptedAt(),
                view.integratedAt(),
                view.finishedAt(),
                view.commit());
    }

    private AttemptRow row(String packageId, AttemptView attempt) {
        Outcome outcome = attempt.outcome();
        Ejection ejection = attempt.ejection();
        return new AttemptRow(
                packageId,
                attempt.number(),
                attempt.taskId(),
                attempt.startedAt(),
                attempt.endedAt(),
                outcome == null ? null : outcome.wire(),
                clean(attempt.reason()),
                ejection == null ? null : json.of(ejection));
    }
}
