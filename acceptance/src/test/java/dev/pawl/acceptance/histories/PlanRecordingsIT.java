package dev.pawl.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.api.v1.AddPackageRequest;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.CancelPlanRequest;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.DropPackageRequest;
import dev.pawl.api.v1.GetPlanRequest;
import dev.pawl.api.v1.InstructPlanRequest;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanLimits;
import dev.pawl.api.v1.PlanServiceGrpc.PlanServiceBlockingStub;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.RevisePackageRequest;
import dev.pawl.api.v1.SubmitPlanRequest;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.record.content.ContentClaims;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.plan.PlanWorkflow;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Plans: everything that people may say to one, and one whose task another course of it started. */
@OnRecordedStack
class PlanRecordingsIT {
    private static final String ANN = "ann";

    private final RecordedStack recorded;
    private final Recorder recorder;

    PlanRecordingsIT(RecordedStack recorded) {
        this.recorded = recorded;
        this.recorder = new Recorder(recorded);
    }

    @Test
    void aPlanToWhichPeopleSaidEverythingIsReplayed() throws Exception {
        SmallRepository repository = SmallRepository.make(recorded.place("planned"));
        Path go = recorded.place("planned-signal").resolve("go");
        String plan = submit(PlanSpec.newBuilder()
                .setTitle("Two files")
                .setWorkspace(WorkspaceSpec.newBuilder()
                        .setSource(repository.directory().toString()))
                .setLimits(PlanLimits.newBuilder().setCostUsd("100"))
                .setDeliver(DeliverMode.DELIVER_MODE_BRANCH)
                .addPackages(pack("one", go))
                .addPackages(pack("two", go).addNeeds("one")));
        await(plan, it -> it.getPackages(0).getState() == PackageState.PACKAGE_STATE_RUNNING);
        recorded.awaitAgent(plan + ".one.1");

        plans().instructPlan(InstructPlanRequest.newBuilder()
                .setPlanId(plan)
                .setText("be brief")
                .setBy(ANN)
                .build());
        plans().addPackage(AddPackageRequest.newBuilder()
                .setPlanId(plan)
                .setPackage(pack("three", go).addNeeds("two"))
                .setBy(ANN)
                .build());
        plans().revisePackage(RevisePackageRequest.newBuilder()
                .setPlanId(plan)
                .setPackageId("three")
                .addMayTouch("three.lock")
                .setBy(ANN)
                .build());
        plans().cancelPlan(CancelPlanRequest.newBuilder()
                .setPlanId(plan)
                .setPackageId("three")
                .setBy(ANN)
                .build());
        plans().dropPackage(DropPackageRequest.newBuilder()
                .setPlanId(plan)
                .setPackageId("three")
                .setBy(ANN)
                .build());
        Files.createFile(go);

        Plan ended = await(plan, Plan::hasFinishedAt);
        assertThat(ended.getStatus()).as(ended.toString()).isEqualTo(PlanStatus.PLAN_STATUS_ACCEPTED);
        recorder.workflow("planned", plan);
        recorder.workflow("planned-task", plan + ".one.1");
    }

    @Test
    void aPlanWhoseTaskWasStartedBeforeAdoptsItAndIsReplayed() throws Exception {
        SmallRepository repository = SmallRepository.make(recorded.place("adopted"));
        Path go = recorded.place("adopted-signal").resolve("go");
        String plan = "p-" + UUID.randomUUID();
        TaskRequest task = TaskRequest.builder(
                        "Write one.txt",
                        Prompt.inline("Write one.txt"),
                        dev.pawl.workflows.model.request.AgentSpec.command(waitingFor("one", go)))
                .files(List.of("one.txt"))
                .owns(List.of("one.txt"))
                .build();
        var workspace = dev.pawl.workflows.model.request.WorkspaceSpec.isolated(
                repository.directory().toString());
        PlanMember member = new PlanMember(plan, "one", 1, recorded.stack().hostId());
        try (Engine engine = new Engine(recorded.stack())) {
            WorkflowClient client = WorkflowClient.newInstance(
                    engine.client().getWorkflowServiceStubs(),
                    WorkflowClientOptions.newBuilder()
                            .setDataConverter(PawlDataConverter.create(new ContentClaims(new LocalContentStore(
                                    recorded.stack().home().resolve("content")))))
                            .build());
            start(
                    client,
                    TaskWorkflow.TYPE,
                    member.taskId(),
                    TaskInput.first(task.toBuilder().workspace(workspace).build(), member));
            start(
                    client,
                    PlanWorkflow.TYPE,
                    plan,
                    PlanInput.first(PlanRequest.builder("One file", workspace, List.of(new PackageRequest("one", task)))
                            .build()));
        }
        recorded.awaitAgent(member.taskId());
        await(
                plan,
                it -> it.getPackagesCount() == 1 && it.getPackages(0).getState() == PackageState.PACKAGE_STATE_RUNNING);
        Files.createFile(go);

        Plan ended = await(plan, Plan::hasFinishedAt);
        assertThat(ended.getStatus()).as(ended.toString()).isEqualTo(PlanStatus.PLAN_STATUS_ACCEPTED);
        recorder.workflow("plan-adopted-task", plan);
    }

    private static void start(WorkflowClient client, String type, String id, Object input) {
        client.newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.TASKS)
                                .build())
                .start(input);
    }

    private static PackageSpec.Builder pack(String name, Path go) {
        return PackageSpec.newBuilder()
                .setId(name)
                .setTask(TaskSpec.newBuilder()
                        .setTitle("Write " + name + ".txt")
                        .setPrompt("Write " + name + ".txt")
                        .setAgent(AgentSpec.newBuilder().setName("command").addAllCommand(waitingFor(name, go)))
                        .addFiles(name + ".txt")
                        .addOwns(name + ".txt"));
    }

    private static List<String> waitingFor(String name, Path go) {
        return List.of(
                "bash", "-c", "until test -e %s; do sleep 0.1; done; echo %s > %s.txt".formatted(go, name, name));
    }

    private String submit(PlanSpec.Builder plan) {
        return plans().submitPlan(SubmitPlanRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setPlan(plan)
                        .build())
                .getPlanId();
    }

    private Plan await(String id, Predicate<Plan> state) {
        Awaitility.await(id)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state.test(get(id)) || get(id).hasFinishedAt());
        return get(id);
    }

    private Plan get(String id) {
        return plans().getPlan(GetPlanRequest.newBuilder().setPlanId(id).build())
                .getPlan();
    }

    private PlanServiceBlockingStub plans() {
        return recorded.stack().client().plans();
    }
}
