package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.FileEvidence;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.db.check.CheckResultRow;
import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.session.SessionRow;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.model.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The iterations of one task, assembled from several tables with one query each. */
final class IterationMessages {
    private static final int BASELINE = 0;
    private final List<IterationRow> iterations;
    private final Map<Integer, List<CheckResultRow>> checks;
    private final Map<Integer, DecisionRow> decisions;
    private final Map<Integer, String> sessions;

    IterationMessages(Rows rows, String taskId, List<SessionRow> sessions) {
        this.iterations = rows.iterations().list(taskId);
        this.checks = rows.checks().list(taskId);
        // If an iteration has several decisions, the last one counts.
        this.decisions = rows.decisions().list(taskId).stream()
                .collect(Collectors.toMap(DecisionRow::iteration, Function.identity(), (first, next) -> next));
        // Oldest first, so the last one stays.
        this.sessions = sessions.stream()
                .collect(Collectors.toMap(SessionRow::iteration, row -> row.id().toString(), (first, next) -> next));
    }

    List<Check> baseline() {
        return checks(BASELINE);
    }

    List<Iteration> all() {
        return iterations.stream().map(this::of).toList();
    }

    private Iteration of(IterationRow row) {
        Iteration.Builder iteration = Iteration.newBuilder()
                .setNumber(row.number())
                .setPromptRef(row.promptRef())
                .setSessionId(sessions.getOrDefault(row.number(), ""))
                .addAllChecks(checks(row.number()))
                .setStartedAt(Times.of(row.startedAt()));
        ifPresent(row.feedbackRef(), iteration::setFeedbackRef);
        ifPresent(row.score(), iteration::setScore);
        ifPresent(decisions.get(row.number()), decision -> iteration.setDecision(DecisionMessages.of(decision)));
        if (row.snapshot() != null) {
            iteration
                    .setSnapshot(row.snapshot())
                    .setDiff(TaskMessages.diff(row.diffFiles(), row.diffAdded(), row.diffRemoved()));
        }
        ifPresent(row.evidence(), json -> evidence(iteration, Json.read(json, Evidence.class)));
        return iteration.build();
    }

    private static void evidence(Iteration.Builder iteration, Evidence evidence) {
        for (var file : evidence.files()) {
            iteration.addFiles(FileEvidence.newBuilder()
                    .setPath(file.path())
                    .setExists(file.exists())
                    .setEmpty(file.empty())
                    .setChanged(file.changed()));
        }
        for (var finding : evidence.findings()) {
            iteration.addFindings(Finding.newBuilder()
                    .setKind(finding.kind().wire())
                    .setPath(finding.path())
                    .setDetail(finding.detail())
                    .setBlocking(finding.blocking()));
        }
        iteration.setProof(ProofMessages.of(evidence));
    }

    private List<Check> checks(int iteration) {
        return checks.getOrDefault(iteration, List.of()).stream()
                .map(CheckMessages::of)
                .toList();
    }
}
