package dev.pawl.task.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.NewPackage;
import dev.pawl.db.plan.NewPlan;
import dev.pawl.db.plan.PackageRow;
import dev.pawl.db.plan.PlanProgress;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan whose workflow was terminated or lost does not stay open, nor do its tasks go on spending money. */
class OpenPlansIT {
    private final String plan = "plan-" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private ReapFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private String task;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new ReapFixture(home);
        task = fixture.records.newTask();
        fixture.engine.newWorker("queue").registerWorkflowImplementationTypes(Endless.class, EndlessPlan.class);
        fixture.engine.start();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void aPlanWithoutAWorkflowEndsWithItsPackagesAndItsTasksAreCancelled() {
        WorkflowStub running = begin("TaskWorkflow", task);
        register("");

        fixture.findsAndPutsRight(InconsistencyKind.PLAN_WITHOUT_WORKFLOW, plan);

        assertThat(fixture.records.plans.find(plan)).map(PlanRow::status).hasValue("failed");
        assertThat(fixture.records.plans.packages(plan))
                .extracting(PackageRow::state)
                .containsExactly("integrated", "cancelled", "cancelled");
        assertThat(fixture.records.plans.attempts(plan))
                .extracting(AttemptRow::outcome)
                .containsExactly("cancelled");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        running.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void aTerminatedPlanSaysSo() {
        begin("PlanWorkflow", plan).terminate("as an operator would");
        register("");

        fixture.findsAndPutsRight(InconsistencyKind.PLAN_WITHOUT_WORKFLOW, plan);

        assertThat(fixture.records.plans.find(plan)).map(PlanRow::reason).hasValue("its workflow was terminated");
    }

    @Test
    void aPlanWhoseWorkflowRunsIsLeftAlone() {
        begin("PlanWorkflow", plan);
        register("");

        Seen.nothing(fixture.look(true, plan));

        assertThat(fixture.records.plans.find(plan)).map(PlanRow::status).hasValue("running");
    }

    @Test
    void aPlanOfAnotherEngineIsLeftToContinueThere() {
        register("9f2c1c1e-0000-4000-8000-000000000000");

        Seen.only(fixture.look(true, plan), InconsistencyKind.PLAN_WITHOUT_WORKFLOW, Repair.BY_PERSON);

        assertThat(fixture.records.plans.find(plan)).map(PlanRow::status).hasValue("running");
    }

    private WorkflowStub begin(String type, String id) {
        WorkflowStub workflow = fixture.engine
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue("queue")
                                .build());
        workflow.start();
        return workflow;
    }

    /** A running plan with an integrated, a running and a waiting package. */
    private void register(String engine) {
        fixture.plans.register(
                new NewPlan(plan, "run-1", engine, "A plan", null, ReapFixture.HOST, "{}", List.of()),
                List.of(new NewPackage("a", "{}"), new NewPackage("b", "{}"), new NewPackage("c", "{}")));
        Instant now = Instant.now();
        fixture.plans.progress(
                new PlanProgress(plan, "running", "", null, null, null, null),
                List.of(),
                List.of(
                        new PackageRow("a", null, "integrated", "", false, now, now, now, now, "0".repeat(40)),
                        new PackageRow("b", null, "running", "", false, now, null, null, null, null)),
                List.of(new AttemptRow("b", 1, task, now, null, null, "", null)));
    }

    @WorkflowInterface
    public interface EndlessWorkflow {
        @WorkflowMethod(name = "TaskWorkflow")
        void run();
    }

    public static final class Endless implements EndlessWorkflow {
        @Override
        public void run() {
            Workflow.await(() -> false);
        }
    }

    @WorkflowInterface
    public interface EndlessPlanWorkflow {
        @WorkflowMethod(name = "PlanWorkflow")
        void run();
    }

    public static final class EndlessPlan implements EndlessPlanWorkflow {
        @Override
        public void run() {
            Workflow.await(() -> false);
        }
    }
}
