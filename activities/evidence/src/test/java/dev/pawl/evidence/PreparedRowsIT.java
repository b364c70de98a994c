package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.task.TaskResult;
import dev.pawl.db.task.TaskRow;
import dev.pawl.testing.Records;
import dev.pawl.testing.RefusedEvents;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows and events of a prepared workspace. */
class PreparedRowsIT {
    private static final Prepared PREPARED = new Prepared(
            "c0ffee",
            "7ree",
            List.of(),
            List.of(new CheckEvidence("tests", CheckState.PASSED, 0, true, 1, List.of(), List.of(), "", null, 5)),
            List.of("a note"));

    private final Records records = new Records();
    private final EvidenceRecords evidence = new EvidenceRecords(
            records.tasks, records.iterations, records.checks, records.actions, records.events, records.json);
    private final String task = records.newTask();

    @Test
    void aPreparedWorkspaceIsAlwaysRecordedWithItsEvent() {
        try (RefusedEvents refused = new RefusedEvents(records.jdbc, task, "workspace_prepared")) {
            assertThatThrownBy(() -> evidence.prepared(task, PREPARED)).hasStackTraceContaining("refused by a test");
            assertThat(base()).isNull();
            assertThat(records.checks.list(task)).isEmpty();
        }

        evidence.prepared(task, PREPARED);
        evidence.prepared(task, PREPARED);

        assertThat(base()).isEqualTo("c0ffee");
        assertThat(records.checks.list(task, 0)).hasSize(1);
        assertThat(records.eventTypes(task)).containsExactly("workspace_prepared");
    }

    @Test
    void nothingIsStoredForATaskThatHasEnded() {
        records.tasks.finish(task, new TaskResult("cancelled", "none", "", null, "none", ""));

        evidence.prepared(task, PREPARED);

        assertThat(base()).isNull();
        assertThat(records.checks.list(task)).isEmpty();
    }

    private @Nullable String base() {
        return records.tasks.find(task).map(TaskRow::baseSnapshot).orElse(null);
    }
}
