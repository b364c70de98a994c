package dev.pawl.evidence;

import dev.pawl.db.action.ActionFilter;
import dev.pawl.db.action.ActionPage;
import dev.pawl.db.action.ActionRow;
import dev.pawl.db.action.Actions;
import dev.pawl.db.check.CheckResultRow;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.task.Tasks;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores evidence and records its events. Every call is idempotent.
 *
 * @param json serialises evidence without secrets
 */
public record EvidenceRecords(
        Tasks tasks,
        Iterations iterations,
        CheckResults checks,
        Actions actions,
        TaskEvents events,
        RedactedJson json) {
    private static final int BASELINE = 0;
    private static final int PAGE = 1000;

    /** Kinds of actions, as in their rows. */
    private static final String FILE_EDIT = "file_edit";

    private static final String COMMAND = "command";

    /** The actions that the agents of an iteration reported. */
    AgentTraces traces(String taskId, int iteration) {
        ActionFilter doing = new ActionFilter(List.of(FILE_EDIT, COMMAND), null);
        Map<Boolean, List<String>> texts = new HashMap<>();
        String token = null;
        do {
            ActionPage page = actions.list(taskId, doing, PAGE, token);
            for (ActionRow row : page.actions()) {
                if (row.iteration() == iteration) {
                    texts.computeIfAbsent(row.kind().equals(COMMAND), any -> new ArrayList<>())
                            .add(row.text());
                }
            }
            token = page.nextPageToken();
        } while (token != null);
        return new AgentTraces(texts.getOrDefault(false, List.of()), texts.getOrDefault(true, List.of()));
    }

    /** Stores all of it, or nothing if the task has ended meanwhile. */
    void prepared(String taskId, Prepared prepared) {
        events.together(taskId, () -> {
            if (tasks.prepared(taskId, prepared.base(), prepared.notes())) {
                store(taskId, prepared);
            }
        });
    }

    private void store(String taskId, Prepared prepared) {
        checks.store(taskId, BASELINE, rows(prepared.baseline()));
        EventFields fields = new EventFields()
                .put("base", prepared.base())
                .put(
                        "checks",
                        prepared.checks().stream().map(check -> check.name()).toList())
                .put("notes", prepared.notes());
        events.append(taskId, EventType.WORKSPACE_PREPARED, "prepared", fields);
    }

    /** Shows a part of the task's present phase, or why it waits. */
    void doing(String taskId, String what) {
        tasks.find(taskId)
                .ifPresent(task -> tasks.progress(taskId, task.status(), task.iteration(), task.phase(), what));
    }

    /** @param iteration 0 is the baseline */
    void finished(String taskId, int iteration, CheckEvidence check) {
        EventFields fields = new EventFields()
                .put("iteration", iteration)
                .put("check", check.name())
                .put("state", check.state().wire())
                .put("satisfied", check.satisfied())
                .put("exit_code", check.exitCode())
                .put("tests", check.tests())
                .put("failures", check.failures())
                .put("duration_ms", check.durationMillis());
        events.append(taskId, EventType.CHECK_FINISHED, iteration + "/" + check.name(), fields);
    }

    /** Stores all of it, or nothing if the task has ended meanwhile. */
    void assessed(String taskId, int iteration, Evidence evidence) {
        events.together(taskId, () -> {
            DiffSummary diff = evidence.diff();
            String patch = ref(diff.patch());
            boolean goesOn =
                    tasks.assessed(taskId, evidence.snapshot(), diff.files(), diff.added(), diff.removed(), patch);
            if (goesOn) {
                store(taskId, iteration, evidence, patch);
            }
            return goesOn;
        });
    }

    private void store(String taskId, int iteration, Evidence evidence, @Nullable String patch) {
        DiffSummary diff = evidence.diff();
        checks.store(taskId, iteration, rows(evidence.checks()));
        iterations.assessed(
                taskId,
                iteration,
                evidence.snapshot(),
                evidence.tree(),
                diff.files(),
                diff.added(),
                diff.removed(),
                patch,
                json.of(evidence));
        EventFields fields = new EventFields()
                .put("iteration", iteration)
                .put("snapshot", evidence.snapshot())
                .put("files", diff.files())
                .put("added", diff.added())
                .put("removed", diff.removed())
                .put("verified", evidence.verified())
                .put(
                        "findings",
                        evidence.findings().stream().map(EvidenceRecords::line).toList());
        events.append(taskId, EventType.ITERATION_ASSESSED, String.valueOf(iteration), fields);
    }

    private static String line(Finding finding) {
        String path = finding.path().isEmpty() ? "" : finding.path() + ": ";
        return "%s: %s%s".formatted(finding.kind().wire(), path, finding.detail());
    }

    private static List<CheckResultRow> rows(List<CheckEvidence> checks) {
        return checks.stream().map(EvidenceRecords::row).toList();
    }

    private static CheckResultRow row(CheckEvidence check) {
        return new CheckResultRow(
                check.name(),
                check.state().wire(),
                check.exitCode(),
                check.satisfied(),
                check.tests(),
                check.failures(),
                check.newFailures(),
                check.excerpt(),
                ref(check.output()),
                check.durationMillis());
    }

    private static @Nullable String ref(@Nullable ContentRef ref) {
        return ref == null ? null : ref.sha256();
    }
}
