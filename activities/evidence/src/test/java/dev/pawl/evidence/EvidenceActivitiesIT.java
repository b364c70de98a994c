package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.check.CheckResultRow;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.task.TaskRow;
import dev.pawl.host.process.Isolation;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.workspace.DeliverResult;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.activity.workspace.ReleaseWorkspace;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.delivery.ResultDelivery;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceActivitiesIT {
    @TempDir
    Path root;

    private final Records rows = new Records();
    private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();
    private final String task = rows.newTask();
    private EvidenceFixture fixture = new EvidenceFixture(Path.of("unused"), Isolation.processTree());

    @BeforeEach
    void activities() {
        fixture = new EvidenceFixture(root, Isolation.probe(), task);
        EvidenceRecords records =
                new EvidenceRecords(rows.tasks, rows.iterations, rows.checks, rows.actions, rows.events, rows.json);
        engine.registerActivitiesImplementations(
                new EvidenceActivitiesImpl(fixture.host, records),
                new WorkspaceActivitiesImpl(fixture.host, records, new ResultDelivery(fixture.host.workspaces())));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void evidenceIsStoredAndItsEventsAreRecordedOnce() throws Exception {
        fixture.repository(AgentProject.PLAIN.files);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        WorkspaceActivities workspace = engine.newActivityStub(WorkspaceActivities.class);
        Prepared prepared = workspace.prepare(PrepareWorkspace.first(task, request));
        Path work = fixture.host.workspaces().open(task).directory();
        Files.writeString(work.resolve("calculator.py"), "add = divide = None\n");
        rows.iterations.begin(task, 1, "0".repeat(64), null);
        EvidenceActivities evidence = engine.newActivityStub(EvidenceActivities.class);
        Evidence seen = evidence.assess(new AssessIteration(task, 1, request, prepared));
        evidence.assess(new AssessIteration(task, 1, request, prepared));

        assertThat(rows.checks.list(task, 0)).extracting(CheckResultRow::state).containsExactly("failed");
        assertThat(rows.checks.list(task, 1))
                .extracting(CheckResultRow::satisfied)
                .containsExactly(false);
        IterationRow iteration = rows.iterations.list(task).getFirst();
        assertThat(iteration.snapshot()).isEqualTo(seen.snapshot());
        assertThat(iteration.evidence()).contains(seen.tree());
        TaskRow row = rows.tasks.find(task).orElseThrow();
        assertThat(row.snapshot()).isEqualTo(seen.snapshot());
        assertThat(row.diffFiles()).isEqualTo(1);
        assertThat(rows.eventTypes(task))
                .containsExactly("check_finished", "workspace_prepared", "check_finished", "iteration_assessed");
    }

    @Test
    void anUnusableWorkspaceIsATypedNonRetryableFailure() {
        TaskRequest request = AgentProject.PLAIN.request(root.resolve("nowhere").toString());
        WorkspaceActivities workspace = engine.newActivityStub(WorkspaceActivities.class);

        assertThatThrownBy(() -> workspace.prepare(PrepareWorkspace.first(task, request)))
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(FailureTypes.WORKSPACE_UNUSABLE);
                    assertThat(failure.isNonRetryable()).isTrue();
                });
    }

    @Test
    void thePhaseOfThePreparationIsShown() throws Exception {
        fixture.repository(AgentProject.PLAIN.files);
        rows.tasks.progress(task, "running", 0, "preparing", "");

        engine.newActivityStub(WorkspaceActivities.class)
                .prepare(PrepareWorkspace.first(task, AgentProject.PLAIN.request(fixture.source.toString())));

        assertThat(rows.tasks.find(task).orElseThrow())
                .extracting(TaskRow::status, TaskRow::phase, TaskRow::detail)
                .containsExactly("running", "preparing", "running the checks on the base");
    }

    @Test
    void nothingIsDeliveredWithoutPermissionAndReleaseIsIdempotent() throws Exception {
        fixture.repository(AgentProject.PLAIN.files);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        WorkspaceActivities workspace = engine.newActivityStub(WorkspaceActivities.class);
        Prepared prepared = workspace.prepare(PrepareWorkspace.first(task, request));
        Delivered delivered = workspace.deliver(new DeliverResult(task, request, prepared.base(), prepared.base()));
        workspace.release(new ReleaseWorkspace(task, request.workspace()));
        workspace.release(new ReleaseWorkspace(task, request.workspace()));

        assertThat(delivered.done()).isTrue();
        assertThat(Files.readString(fixture.source.resolve("calculator.py")))
                .isEqualTo(AgentProject.PLAIN.files.get("calculator.py"));
        assertThat(fixture.host.directories().workspace(task)).doesNotExist();
        assertThat(fixture.host.workspaces().open(task).files(prepared.base())).contains("calculator.py");
    }
}
