package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.PackageRow;
import dev.pawl.db.plan.PlanTaskRow;
import dev.pawl.gateway.wire.Durations;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.model.plan.PackageRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts rows of packages, their attempts and tasks to messages. */
final class PackageMessages {
    private PackageMessages() {}

    /**
     * @param attempts of this package, oldest first
     * @param tasks by id; those whose rows were removed are absent
     */
    static PlanPackage of(PackageRow row, List<AttemptRow> attempts, Map<String, PlanTaskRow> tasks) {
        PackageRequest request = Json.read(Objects.requireNonNull(row.request()), PackageRequest.class);
        PlanPackage.Builder message = PlanPackage.newBuilder()
                .setId(row.id())
                .setTitle(request.task().title())
                .setState(Words.parse(PackageState.class, row.state()).orElse(PackageState.PACKAGE_STATE_UNSPECIFIED))
                .setReason(row.reason())
                .addAllNeeds(request.needs())
                .addAllOwns(request.task().owns())
                .addAllMayTouch(request.mayTouch())
                .setPriority(request.priority())
                .setMaxAttempts(request.attempts())
                .addAllIssues(request.issues())
                .setAgent(request.task().agent().called())
                .setPaused(row.paused())
                .setTotals(PlanSpending.of(attempts.stream()
                        .map(AttemptRow::taskId)
                        .map(tasks::get)
                        .filter(Objects::nonNull)
                        .toList()));
        ifPresent(request.estimate(), estimate -> message.setEstimate(Durations.of(estimate)));
        ifPresent(row.readyAt(), at -> message.setReadyAt(Times.of(at)));
        ifPresent(row.acceptedAt(), at -> message.setAcceptedAt(Times.of(at)));
        ifPresent(row.integratedAt(), at -> message.setIntegratedAt(Times.of(at)));
        ifPresent(row.finishedAt(), at -> message.setFinishedAt(Times.of(at)));
        ifPresent(row.integrationCommit(), message::setIntegrationCommit);
        attempts.stream().findFirst().ifPresent(first -> message.setStartedAt(Times.of(first.startedAt())));
        attempts.forEach(attempt -> message.addAttempts(of(attempt, tasks.get(attempt.taskId()))));
        return message.build();
    }

    private static PackageAttempt of(AttemptRow row, @Nullable PlanTaskRow task) {
        PackageAttempt.Builder attempt = PackageAttempt.newBuilder()
                .setNumber(row.number())
                .setTaskId(row.taskId())
                .setStartedAt(Times.of(row.startedAt()))
                .setOutcome(Optional.ofNullable(row.outcome())
                        .flatMap(word -> Words.parse(Outcome.class, word))
                        .orElse(Outcome.OUTCOME_UNSPECIFIED))
                .setReason(row.reason());
        ifPresent(row.endedAt(), at -> attempt.setEndedAt(Times.of(at)));
        ifPresent(row.ejection(), ejection -> attempt.setEjection(ejection(ejection)));
        if (task != null) {
            attempt.setAgent(task.agent()).setUsage(PlanSpending.usage(task));
            if (task.assessed()) {
                attempt.setDiff(TaskMessages.diff(task.diffFiles(), task.diffAdded(), task.diffRemoved()));
            }
        }
        return attempt.build();
    }

    private static Ejection ejection(String json) {
        var ejection = Json.read(json, dev.pawl.workflows.model.plan.Ejection.class);
        return Ejection.newBuilder()
                .setKind(kind(ejection.kind()))
                .setDetail(ejection.detail())
                .addAllPaths(ejection.paths())
                .setExcerpt(ejection.excerpt())
                .setAt(Times.of(ejection.at()))
                .build();
    }

    private static EjectionKind kind(String word) {
        return switch (word) {
            case "conflict" -> EjectionKind.EJECTION_KIND_CONFLICT;
            case "red" -> EjectionKind.EJECTION_KIND_RED_CHECK;
            case "trespass" -> EjectionKind.EJECTION_KIND_TRESPASS;
            case "empty" -> EjectionKind.EJECTION_KIND_EMPTY;
            default -> EjectionKind.EJECTION_KIND_UNSPECIFIED;
        };
    }
}
